// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "breakeven/detail/load_duration.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// A month with `replica_count` replicas that are always on and the API for what overflows (MODEL 2.8).
struct HybridRow {
  double replica_count = 0;
  std::optional<double> utilization{};           // delivered over peak tokens, as compare's; absent without replicas
  std::optional<double> marginal_utilization{};  // the same of the last replica, which gets what the others leave
  double overflow_token_ratio = 0;
  std::optional<double> overflow_request_ratio{};  // absent if the trace counts no requests
  Money self_host{};                               // F + (N+k)·K + e on what is served; nothing without replicas
  Money api{};                                     // for what overflows

  Money cost() const { return self_host + api; }
};

/// How many replicas a trace is worth. N is 0, or at least min_replicas and at most max_replicas.
struct HybridSizing {
  HybridRow best{};                          // of equal costs (within 1e-9) the one with fewest replicas
  double most_best = 0;                      // and the most replicas that cost the same
  HybridRow all_api{};                       // N = 0
  double peak_replica_count = 0;             // that carry every bin, and at least min_replicas
  std::optional<HybridRow> all_self_host{};  // with so many; absent if max_replicas is less
  std::vector<HybridRow> rows{};             // ascending
};

/// The least cost is exact whatever the number of replicas: between whole numbers next to a load of the trace, or next
/// to where the overflow reaches another piece of the bill, the cost is a straight line in N, so only those are
/// tried, each in O(log n). `rows` has every allowed N up to the peak; if they are more than `most_rows`, so many
/// evenly spread over them, and the best one, its neighbours and the ends besides. The trace stands for a month of
/// `month`, in which replicas are on (self_host.billed is not used), and `scenario.workload` has its mix, in which
/// a bill with tiers, free tokens or a minimum is paid for the month's overflow; its demand is not used. There is no
/// bill, not even a minimum, where nothing overflows.
HybridSizing hybrid_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                           std::size_t most_rows = 200);

/// One row, for any whole N >= 0, allowed or not.
HybridRow hybrid_row(const LoadDurationCurve& curve, const Scenario& scenario, Time month, double replica_count);

/// Sizing for all but the busiest hours.
struct PercentileSizing {
  double load = 0;  // replicas at their planned load that the bins of so much of the time do not exceed
  HybridRow row{};  // with the whole replicas of it: none if it is 0, else within min and max_replicas
};
PercentileSizing percentile_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                                   Fraction percentile);

}  // namespace breakeven
