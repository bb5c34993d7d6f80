// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "breakeven/trace.hpp"
#include "io/traces/columns.hpp"
#include "io/traces/outcome.hpp"

namespace breakeven::io {

/// The fields of a row by role, as text; empty if absent.
using RowFields = std::array<std::string_view, role_count>;

inline std::string_view& of(RowFields& fields, Role role) { return fields[static_cast<std::size_t>(role)]; }
inline std::string_view of(const RowFields& fields, Role role) { return fields[static_cast<std::size_t>(role)]; }

/// Where a row begins: its block, and its line in that block, counted from 0.
struct RowPlace {
  std::size_t block = 0;
  std::size_t line = 0;
  friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};

struct BadRow {
  RowPlace place{};
  std::string what{};
};

/// A bin of a histogram. Its width is 0 if the row does not give it.
struct HistogramRow {
  std::int64_t start_ns = 0;
  std::int64_t width_ns = 0;
  TraceSums sums{};
};

/// The requests in each part of a query's result: in a complete result, the parts agree.
struct ResultParts {
  double slices = 0;  // requests in each part
  double input_lengths = 0;
  double output_lengths = 0;
  std::uint64_t bad_row_counts = 0;

  ResultParts& operator+=(const ResultParts& other);
  /// Why the result is incomplete; empty if it is complete.
  std::string flaw() const;
};

/// The hits of an unlimited prefix cache: leading blocks of a request that an earlier one also had.
struct PrefixHits {
  std::uint64_t hit_tok = 0;
  std::uint64_t input_tok = 0;

  /// Domain: input_tok > 0.
  double ratio() const { return static_cast<double>(hit_tok) / static_cast<double>(input_tok); }
};

/// Reads rows one by one and sums them. Faulty rows are counted; the first few are reported.
class TraceRows {
 public:
  struct Options {
    std::int64_t slice_s = 1;
    bool keeps_requests = false;
  };
  /// `columns` must outlive the reader.
  TraceRows(const TraceColumns& columns, TimeForm time_form, Options options);

  void read(const RowFields& fields, RowPlace place);
  /// The same with the request's prefix blocks.
  void read(const RowFields& fields, const std::vector<std::uint64_t>& prefix_blocks, RowPlace place);
  /// Counts `rows` unreadable rows.
  void refuse(RowPlace place, std::string what, std::uint64_t rows = 1);

  /// Begins a block; the order of times is checked within it.
  void begin_block() { first_ns_ = previous_ns_ = std::nullopt; }
  /// The times of the block's first and last row; absent if it has none.
  std::optional<std::int64_t> first_of_block_ns() const { return first_ns_; }
  std::optional<std::int64_t> last_of_block_ns() const { return previous_ns_; }
  /// Over all good rows.
  const TimeSpan& span() const { return span_; }

  /// Adds the sums of another reader of the same kind of rows.
  void merge(TraceRows&& other);

  TraceAccumulator sums;
  std::vector<HistogramRow> bins{};
  std::vector<TraceRequest> requests{};
  PrefixHits prefix{};
  ResultParts parts{};
  std::uint64_t row_count = 0;
  std::uint64_t bad_row_count = 0;
  std::uint64_t backward_count = 0;  // rows whose time is before that of the previous row
  bool knows_cached = false;         // for sums: whether they count cached input tokens
  std::int64_t least_slice_s = 1;    // for sums: the width of their slices
  std::vector<BadRow> bad_rows{};    // the first few

 private:
  void read_request(const RowFields& fields, RowPlace place);
  void read_bin(const RowFields& fields, RowPlace place);
  void read_sums(const RowFields& fields, RowPlace place);
  void read_slice(const RowFields& fields, RowPlace place);
  bool take_time(const RowFields& fields, Role role, std::int64_t& time_ns, RowPlace place);
  bool take_count(const RowFields& fields, Role role, std::uint64_t& count, RowPlace place);
  bool take_sum(const RowFields& fields, Role role, double& sum, RowPlace place);
  bool take_bin_sums(const RowFields& fields, TraceSums& sums, RowPlace place);
  void pass(std::int64_t time_ns);
  Outcome outcome_of(const RowFields& fields, RowPlace place);
  void refuse(RowPlace place, Role role, std::string_view value, std::string_view flaw);

  const TraceColumns* columns_;
  Options options_;
  bool says_cached_;
  bool says_outcome_;
  TimeReader time_;
  TimeReader microseconds_{TimeForm::microseconds};
  std::optional<std::int64_t> first_ns_{};
  std::optional<std::int64_t> previous_ns_{};
  TimeSpan span_{};
  std::uint64_t input_tok_ = 0;  // of the last row, if it was answered
  std::unordered_set<std::uint64_t> seen_blocks_{};
};

}  // namespace breakeven::io
