// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "io/import/entry.hpp"

namespace breakeven::io {

/// A key of a benchmark file, and the figure that it is: times 10^exponent, as from seconds to milliseconds.
struct FigureKey {
  std::string_view key;
  std::optional<double> ThroughputRecord::*figure;
  int exponent = 0;
};
inline constexpr int ms_per_s_exponent = 3;

/// One run of a benchmark on its way to a throughput record. Rates are those of the whole replica, latencies means and
/// 99th percentiles; medians are none of these.
class RecordEntry : public Entry {
 public:
  RecordEntry(ImportRun& run, std::string key, const Path& path, RecordKind kind = RecordKind::measured);

  /// What the file calls them; empty if it does not say.
  void of(std::string_view model, std::string_view gpu);
  /// The GPUs of the replica as the file counts them, else those of --gpus.
  void gpus(std::optional<double> counted);
  /// As the file calls them; empty if it does not say.
  void engine(std::string_view name);
  void precision(std::string_view name);

  /// The number at `key` times 10^exponent. Absent, null, infinite and no number (Python's NaN) are no figure; what is
  /// negative or anything else is refused.
  std::optional<double> figure(const Json& object, std::string_view key, int exponent = 0);
  /// The figures that `object` has at these keys; 0 is none, as files write it if nothing was measured.
  void figures(const Json& object, std::span<const FigureKey> keys);

  /// Mean tokens of a request; what the file does not have is that of --shape. Refused if one is not known, or 0.
  void shape(std::optional<double> input_tok, std::optional<double> output_tok);
  /// The same from the totals of `requests` requests: refused if there is none.
  void shape(std::optional<double> input_tok, std::optional<double> output_tok, std::optional<double> requests);
  /// Output tokens per second of the replica; refused if it is not known, or 0.
  void output_rate(std::optional<double> rate);
  /// Remarks it where the rate is not that of so many output tokens in this time.
  void confirm_rate(std::optional<double> output_tok, std::optional<double> seconds);
  /// Remarks that so many requests failed.
  void failed(std::optional<double> requests);
  /// A rate of tokens as they are called; refused if it is not known, or 0.
  std::optional<double> known_rate(std::optional<double> rate, std::string_view name);

  /// Adds the record to the catalog, unless it lacks something. `ran` says what was measured, by the file's own words.
  void add(std::optional<Date> dated, std::string_view ran);

  ThroughputRecord record{};
};

/// The date of a run, as a text that begins with YYYY-MM-DD or YYYYMMDD, or as seconds since 1970.
std::optional<Date> date_of(const Json* value);

}  // namespace breakeven::io
