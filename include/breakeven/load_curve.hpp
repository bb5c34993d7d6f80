// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/scenario.hpp"
#include "breakeven/traffic.hpp"

namespace breakeven {

/// What the traffic of one span asks of either side (MODEL 2.8).
struct LoadBin {
  Time width{};         // > 0
  double replicas = 0;  // that it would keep at their planned load, R·d·u_max, for its whole width
  Money api{};          // for all of it at effective prices
  Money marginal{};     // self-hosting's marginal cost of all of it
  Requests requests{};
  Tokens tokens{};
};

/// Where a bin's share of input tokens read from the prefix cache comes from: from its own cached_input, or, of a trace
/// that does not say, from the workload.
enum class CacheHits { of_trace, of_workload };

/// Seconds (as a Time) of one replica at full load that the bin's work takes. By phase rates it is the sum of MODEL 2.2
/// over its requests; where the bin counts no requests, a context cost is that of the mean shape. By a total or output
/// rate it is tokens over the rate of the mean mix. Throws as full_load_rate does.
Time replica_time(const TrafficBin& bin, const SelfHost& self_host, const Workload& mean, CacheHits hits);

/// The load of each bin, in their order. `mean` has the mix of the whole trace, and its cache_write goes for every bin
/// as far as its hits leave room. The trace has its own peaks, so peak_to_average is not applied; derate,
/// max_utilization and the share of billed hours that serve are. Each bin is priced at its own mix, shape and hits; its
/// requests, where it counts none, are of the mean shape. An empty bin has load 0 and counts. Throws
/// std::invalid_argument where the trace lacks what the scenario needs (see full_load_rate and effective_price).
std::vector<LoadBin> load_curve(std::span<const TrafficBin> traffic, const SelfHost& self_host, const Api& api,
                                const Workload& mean, CacheHits hits = CacheHits::of_trace);

}  // namespace breakeven
