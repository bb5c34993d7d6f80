// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "breakeven/detail/load_duration.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// A month with `replica_count` replicas always on and the API for the overflow (MODEL 2.8).
struct HybridRow {
  double replica_count = 0;
  std::optional<double> utilization{};           // delivered over peak tokens, as in compare; absent without replicas
  std::optional<double> marginal_utilization{};  // the same for the last replica, which gets what the others leave
  double overflow_token_ratio = 0;
  std::optional<double> overflow_request_ratio{};  // absent if the trace counts no requests
  Money self_host{};                               // F + (N+k)·K + e·(tokens served); 0 without replicas
  Money api{};                                     // for the overflow

  Money cost() const { return self_host + api; }
};

/// The best number of replicas for a trace. N is 0, or between min_replicas and max_replicas.
struct HybridSizing {
  HybridRow best{};                          // with the fewest replicas among equal costs (within 1e-9)
  double most_best = 0;                      // the most replicas at that cost
  HybridRow all_api{};                       // N = 0
  double peak_replica_count = 0;             // replicas that carry every bin; at least min_replicas
  std::optional<HybridRow> all_self_host{};  // at the peak count; absent if that exceeds max_replicas
  std::vector<HybridRow> rows{};             // ascending
};

/// The least cost is exact for any number of replicas. The cost is linear in N between the trace's loads and the points
/// where the overflow reaches another piece of the bill. Only whole numbers next to these are tried, each in O(log n).
/// `rows` has every allowed N up to the peak. If there are more than `most_rows`, it has that many, evenly spread, plus
/// the best one, its neighbours and the ends. The trace represents one month of length `month`, in which replicas are
/// always on (self_host.billed is ignored). `scenario.workload` has the trace's mix, used to bill the month's overflow
/// if the bill has tiers, free tokens or a minimum; its demand is ignored. Without overflow there is no bill, not even
/// the minimum.
HybridSizing hybrid_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                           std::size_t most_rows = 200);

/// One row, for any whole N >= 0, even outside min_replicas and max_replicas.
HybridRow hybrid_row(const LoadDurationCurve& curve, const Scenario& scenario, Time month, double replica_count);

/// Sizing that leaves out the busiest hours.
struct PercentileSizing {
  double load = 0;  // percentile of the load by time, in replicas at their planned load
  HybridRow row{};  // for that load rounded up to whole replicas: 0 if it is 0, else clamped to min and max_replicas
};
PercentileSizing percentile_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                                   Fraction percentile);

}  // namespace breakeven
