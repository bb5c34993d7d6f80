// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "breakeven/trace.hpp"
#include "breakeven/traffic.hpp"

namespace breakeven {

/// Sums in a bin of this width.
TrafficBin bin_of(const TraceSums& sums, Time width);

/// A bin of a profile and when it begins, in microseconds of the trace's clock.
struct TimedBin {
  std::int64_t start_us = 0;
  TrafficBin bin{};
};

/// When a trace was observed: from its first request to its last and the mean gap between two more, because the next
/// request would have come then; of a histogram all of its bins.
struct ObservedTime {
  std::int64_t start_us = 0;
  std::int64_t end_us = 0;

  Time length() const { return static_cast<double>(end_us - start_us) / 1e6 * second; }
};
/// Of one request alone, so long as `slice_s`. Domain: the trace has requests that were answered.
ObservedTime observed_time(const Trace& trace);

/// Equal bins of `bin_s` seconds, a multiple of the trace's slices, that begin at multiples of it on a clock `offset_s`
/// ahead of the trace's. Bins without traffic are there too. Those at the ends are as wide as they were observed; one
/// of which less than half was covered is joined to its neighbour, so a few seconds are not taken for a peak.
std::vector<TimedBin> bins_of(const Trace& trace, std::int64_t bin_s, std::int64_t offset_s = 0);
/// How many bins that would be.
double bin_count(const Trace& trace, std::int64_t bin_s);

/// Tokens per time, input and output.
TokenRate token_rate(const TrafficBin& bin);

/// The rate that the load does not exceed in `share` of the time, by nearest rank: the least rate r such that bins of
/// rate <= r make up `share` of the width of all (MODEL 2.8). Domain: bins are not empty, 0 < share <= 1.
TokenRate rate_percentile(std::span<const TimedBin> bins, double share);

/// How uneven the load is inside the bins: what hourly sums hide (MODEL 2.8).
struct Burstiness {
  TokenRate peak{};                     // of the busiest slice
  double coefficient_of_variation = 0;  // of the slices of a bin around its mean, root of the mean square by tokens
};
/// Absent if bins are no wider than slices.
std::optional<Burstiness> burstiness(const Trace& trace, std::span<const TimedBin> bins, std::int64_t bin_s);

/// Mean rates by day of the week, Monday first, and hour of the day, on a clock `offset_s` ahead of UTC; absent if
/// the trace has no such hour. Domain: the trace's clock is the Unix epoch's, its slices are no wider than an hour.
using WeekRates = std::array<std::array<std::optional<TokenRate>, 24>, 7>;
WeekRates week_rates(const Trace& trace, std::int64_t offset_s);

/// The hour of the week that begins at `time_us`, from 0 for Monday 00:00 to 167, on such a clock.
std::size_t hour_of_week(std::int64_t time_us, std::int64_t offset_s);

}  // namespace breakeven
