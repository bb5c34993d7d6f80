// SPDX-License-Identifier: MIT
#include "analysis/traffic/profile.hpp"

namespace breakeven::app {

TrafficProfile profile_of(const Traffic& traffic) {
  const Trace& trace = traffic.reading.trace;
  TrafficProfile profile{.observed = observed_time(trace)};
  TraceSums sums;
  for (const TraceSlice& slice : trace.slices) sums += slice.sums;
  profile.total = bin_of(sums, profile.observed.length());
  profile.failed_requests = sums.failed_requests;
  profile.mean = token_rate(profile.total);
  const auto& bins = traffic.bins;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (token_rate(bins[i].bin) > token_rate(bins[profile.peak_bin].bin)) profile.peak_bin = i;
    if (bins[i].bin.requests == Requests{}) ++profile.empty_bins;
  }
  profile.burstiness = burstiness(trace, bins, traffic.bin_s);
  const bool has_calendar = !traffic.reading.is_relative && trace.slice_s <= s_per_hour;
  if (has_calendar && profile.observed.length() >= 24.0 * hour) profile.week = week_rates(trace, traffic.offset_s);
  return profile;
}

}  // namespace breakeven::app
