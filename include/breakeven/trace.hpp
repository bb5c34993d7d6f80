// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "breakeven/detail/length_histogram.hpp"

namespace breakeven {

/// One answered request. Times are nanoseconds since the Unix epoch, or since some start.
struct TraceRequest {
  std::int64_t time_ns = 0;
  std::uint64_t input_tok = 0;  // cached ones included; each count is at most LengthCounts::greatest
  std::uint64_t cached_input_tok = 0;
  std::uint64_t output_tok = 0;

  friend auto operator<=>(const TraceRequest&, const TraceRequest&) = default;
};

/// Sums over requests that arrived together, exact up to 2^53.
struct TraceSums {
  double requests = 0;  // answered; the token sums count only these
  double failed_requests = 0;
  double input_tok = 0;
  double cached_input_tok = 0;
  double output_tok = 0;
  double input_output_tok2 = 0;   // input · output tokens
  double output_output_tok2 = 0;  // squared output tokens

  TraceSums& operator+=(const TraceSums& other);
  /// Adds an answered request.
  TraceSums& operator+=(const TraceRequest& added) {
    const auto input = static_cast<double>(added.input_tok);
    const auto output = static_cast<double>(added.output_tok);
    requests += 1;
    input_tok += input;
    cached_input_tok += static_cast<double>(added.cached_input_tok);
    output_tok += output;
    input_output_tok2 += input * output;
    output_output_tok2 += output * output;
    return *this;
  }
};

/// Requests that arrived in [start, start + the trace's slice).
struct TraceSlice {
  std::int64_t start_s = 0;
  TraceSums sums{};
};

/// The earliest and latest of some times; empty if first > last.
struct TimeSpan {
  std::int64_t first_ns = std::numeric_limits<std::int64_t>::max();
  std::int64_t last_ns = std::numeric_limits<std::int64_t>::min();

  bool is_empty() const { return first_ns > last_ns; }
  void include(std::int64_t time_ns) {
    if (time_ns < first_ns) first_ns = time_ns;
    if (time_ns > last_ns) last_ns = time_ns;
  }
};

/// A log or histogram of requests, as sums over time slices.
struct Trace {
  std::int64_t slice_s = 0;
  bool is_histogram = false;         // slices are bins of the source, each fully covered
  std::vector<TraceSlice> slices{};  // ascending; without empty ones
  TimeSpan answered{};               // histogram: from the start of the first bin to the end of the last
  LengthCounts input_lengths{};      // empty for a histogram
  LengthCounts output_lengths{};
};

/// The trace in slices of `slice_s` seconds, a multiple of its own; unchanged if its slices are already wider.
Trace widened(Trace trace, std::int64_t slice_s);

/// Sums requests into slices. Memory grows with the hours covered, not with the number of requests: at a limit, slices
/// widen to 60, 3,600 and finally 86,400 seconds.
class TraceAccumulator {
 public:
  /// Whether a slice may have this width: 1, 60, 3,600 or 86,400 s.
  static bool is_width(double seconds);
  /// Domain: is_width(slice_s).
  explicit TraceAccumulator(std::int64_t slice_s);

  void add(const TraceRequest& added) {
    at(added.time_ns) += added;
    answered_.include(added.time_ns);
    input_lengths_.add(added.input_tok);
    output_lengths_.add(added.output_tok);
  }
  void add_failed(std::int64_t time_ns) { at(time_ns).failed_requests += 1; }
  /// Adds sums from another source.
  void add(const TraceSlice& slice);
  void include(const TimeSpan& answered);
  void add_input_length(std::uint64_t length, std::uint64_t requests) { input_lengths_.add(length, requests); }
  void add_output_length(std::uint64_t length, std::uint64_t requests) { output_lengths_.add(length, requests); }
  void merge(const TraceAccumulator& other);

  /// The trace, in slices of at least `slice_s`.
  Trace finish(std::int64_t slice_s);

 private:
  static constexpr std::int64_t page_slices = 1024;
  static constexpr std::size_t most_pages = 512;
  using Page = std::vector<TraceSums>;

  TraceSums& at(std::int64_t time_ns) {
    return time_ns >= slice_from_ns_ && time_ns <= slice_to_ns_ ? *slice_ : find(time_ns);
  }
  TraceSums& find(std::int64_t time_ns);
  TraceSums& find_slice(std::int64_t index);
  void widen(std::int64_t slice_s);
  std::vector<TraceSlice> slices() const;

  std::int64_t slice_s_;
  std::unordered_map<std::int64_t, Page> pages_;
  // The slice found last, with its first and last nanosecond.
  TraceSums* slice_ = nullptr;
  std::int64_t slice_from_ns_ = 1;
  std::int64_t slice_to_ns_ = 0;
  TimeSpan answered_{};
  LengthCounts input_lengths_{};
  LengthCounts output_lengths_{};
};

/// The quotient rounded down.
constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  const std::int64_t quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

}  // namespace breakeven
