// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "analysis/traffic/sizing.hpp"
#include "breakeven/schedule.hpp"

namespace breakeven::app {

/// When replicas should be on.
struct ScheduleOptions {
  std::optional<std::vector<bool>> hours{};  // hours of the week in which replicas are on; absent: those that pay off
  Time billing_increment{};
};

/// When replicas are on: found from the trace, or given.
struct TrafficSchedule {
  bool is_found = false;
  Cycle cycle{};
  Schedule schedule{};
  HybridRow always_on{};  // the best number of replicas that never stop

  bool is_ever_on() const { return schedule.billed > Time{}; }
};

/// Absent, with a problem, if the trace lacks hours of the schedule.
std::optional<TrafficSchedule> schedule_traffic(const ScheduleOptions& options, const Traffic& traffic,
                                                const TrafficSizing& sizing, io::Diagnostics& problems);

}  // namespace breakeven::app
