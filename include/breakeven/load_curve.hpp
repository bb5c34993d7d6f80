// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/scenario.hpp"
#include "breakeven/traffic.hpp"

namespace breakeven {

/// The load that the traffic of one span puts on either side (MODEL 2.8).
struct LoadBin {
  Time width{};         // > 0
  double replicas = 0;  // kept busy at their planned load, R·d·u_max, for the whole width
  Money api{};          // for all its traffic at effective prices
  Money marginal{};     // self-hosting's marginal cost of all its traffic
  Requests requests{};
  Tokens tokens{};
};

/// The source of a bin's cache hits: its own cached_input, or the workload if the trace does not record them.
enum class CacheHits { of_trace, of_workload };

/// The time that one replica at full load needs for the bin's work. By phase rates it is the sum of MODEL 2.2 over the
/// bin's requests; if the bin has no request count, a context cost uses the mean shape. By a total or output rate it is
/// tokens over the rate at the mean mix. Throws as full_load_rate does.
Time replica_time(const TrafficBin& bin, const SelfHost& self_host, const Workload& mean, CacheHits hits);

/// The load of each bin, in order. `mean` has the mix of the whole trace; its cache_write applies to every bin, capped
/// at the tokens that are not hits. The trace has its own peaks, so peak_to_average is not applied. derate,
/// max_utilization and the share of billed hours that serve are applied. Each bin is priced at its own mix, shape and
/// hits; if it has no request count, its requests have the mean shape. An empty bin has load 0 and counts. Throws
/// std::invalid_argument if the trace lacks what the scenario needs (see full_load_rate and effective_price).
std::vector<LoadBin> load_curve(std::span<const TrafficBin> traffic, const SelfHost& self_host, const Api& api,
                                const Workload& mean, CacheHits hits = CacheHits::of_trace);

}  // namespace breakeven
