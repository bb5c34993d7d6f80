// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/traffic/traffic.hpp"

namespace breakeven::app {

/// A trace in figures (MODEL 2.8).
struct TrafficProfile {
  TrafficBin total{};  // over the observed time
  double failed_requests = 0;
  ObservedTime observed{};
  TokenRate mean{};
  std::size_t peak_bin = 0;  // of Traffic::bins
  std::size_t empty_bins = 0;
  std::optional<Burstiness> burstiness{};
  std::optional<WeekRates> week{};  // if the trace covers a calendar day

  double peak_to_average(const Traffic& traffic) const { return token_rate(traffic.bins[peak_bin].bin) / mean; }
};
TrafficProfile profile_of(const Traffic& traffic);

}  // namespace breakeven::app
