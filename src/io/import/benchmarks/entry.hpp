// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "io/import/entry.hpp"

namespace breakeven::io {

/// A key of a benchmark file, and the figure that it holds times 10^exponent, such as from seconds to milliseconds.
struct FigureKey {
  std::string_view key;
  std::optional<double> ThroughputRecord::*figure;
  int exponent = 0;
};
inline constexpr int ms_per_s_exponent = 3;

/// One benchmark run while it becomes a throughput record. Rates are for the whole replica. Latencies are means and
/// 99th percentiles; medians are not used.
class RecordEntry : public Entry {
 public:
  RecordEntry(ImportRun& run, std::string key, const Path& path, RecordKind kind = RecordKind::measured);

  /// Sets model and GPU by their names in the file; empty if absent.
  void of(std::string_view model, std::string_view gpu);
  /// Sets the number of GPUs of the replica from the file, or from --gpus.
  void gpus(std::optional<double> counted);
  /// Sets the engine, or the precision, by its name in the file; empty if absent.
  void engine(std::string_view name);
  void precision(std::string_view name);

  /// The number at `key` times 10^exponent. Absent if the value is missing, null, infinite or NaN (as Python writes
  /// it); negative values and everything else are refused.
  std::optional<double> figure(const Json& object, std::string_view key, int exponent = 0);
  /// Reads the figures at these keys of `object`. 0 counts as absent, because files write it if nothing was measured.
  void figures(const Json& object, std::span<const FigureKey> keys);

  /// Sets the mean tokens per request; missing ones come from --shape. Refused if one is unknown or 0.
  void shape(std::optional<double> input_tok, std::optional<double> output_tok);
  /// The same from totals over `requests` requests; refused if there are none.
  void shape(std::optional<double> input_tok, std::optional<double> output_tok, std::optional<double> requests);
  /// Sets the replica's output tokens per second; refused if unknown or 0.
  void output_rate(std::optional<double> rate);
  /// Adds a remark if the rate does not match this many output tokens in this time.
  void confirm_rate(std::optional<double> output_tok, std::optional<double> seconds);
  /// Adds a remark with the number of failed requests.
  void failed(std::optional<double> requests);
  /// A token rate, named in messages; refused if unknown or 0.
  std::optional<double> known_rate(std::optional<double> rate, std::string_view name);

  /// Adds the record to the catalog, unless it lacks something. `ran` describes the run in the file's own words.
  void add(std::optional<Date> dated, std::string_view ran);

  ThroughputRecord record{};
};

/// The date of a run: a string that begins with YYYY-MM-DD or YYYYMMDD, or seconds since 1970.
std::optional<Date> date_of(const Json* value);

}  // namespace breakeven::io
