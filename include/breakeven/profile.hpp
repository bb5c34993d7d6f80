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

/// The sums as a bin of this width.
TrafficBin bin_of(const TraceSums& sums, Time width);

/// A bin of a profile and its start, in microseconds of the trace's clock.
struct TimedBin {
  std::int64_t start_us = 0;
  TrafficBin bin{};
};

/// When a trace was observed. A log: from the first request to one mean gap after the last, when the next was due. A
/// histogram: all its bins.
struct ObservedTime {
  std::int64_t start_us = 0;
  std::int64_t end_us = 0;

  Time length() const { return static_cast<double>(end_us - start_us) / 1e6 * second; }
};
/// One request alone counts as `slice_s`. Domain: the trace has answered requests.
ObservedTime observed_time(const Trace& trace);

/// Equal bins of `bin_s` seconds, a multiple of the trace's slices. They start at multiples of `bin_s` on a clock
/// `offset_s` ahead of the trace's. Includes bins without traffic. The first and last bin are as wide as observed; one
/// that is less than half covered is merged with its neighbour, because a few seconds would look like a peak.
std::vector<TimedBin> bins_of(const Trace& trace, std::int64_t bin_s, std::int64_t offset_s = 0);
/// The observed time in bins of `bin_s`, rounded up.
double bin_count(const Trace& trace, std::int64_t bin_s);

/// Tokens per time, input and output.
TokenRate token_rate(const TrafficBin& bin);

/// The rate that the load does not exceed for a `share` of the time, by nearest rank: the least rate r for which the
/// bins of rate <= r make up `share` of the total width (MODEL 2.8). Domain: at least one bin, 0 < share <= 1.
TokenRate rate_percentile(std::span<const TimedBin> bins, double share);

/// How uneven the load is within bins, which hourly sums hide (MODEL 2.8).
struct Burstiness {
  TokenRate peak{};                     // of the busiest slice
  double coefficient_of_variation = 0;  // of a bin's slices around its mean; root mean square, weighted by tokens
};
/// Absent if bins are no wider than slices.
std::optional<Burstiness> burstiness(const Trace& trace, std::span<const TimedBin> bins, std::int64_t bin_s);

/// Mean rates by day of the week (Monday first) and hour of the day, on a clock `offset_s` ahead of UTC; absent if the
/// trace has no such hour. Domain: the trace's clock is the Unix epoch's and its slices are at most an hour wide.
using WeekRates = std::array<std::array<std::optional<TokenRate>, 24>, 7>;
WeekRates week_rates(const Trace& trace, std::int64_t offset_s);

/// The hour of the week that contains `time_us`, from 0 (Monday 00:00) to 167, on a clock `offset_s` ahead of UTC.
std::size_t hour_of_week(std::int64_t time_us, std::int64_t offset_s);

}  // namespace breakeven
