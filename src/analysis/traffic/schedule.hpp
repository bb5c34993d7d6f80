// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "analysis/traffic/sizing.hpp"
#include "breakeven/schedule.hpp"

namespace breakeven::app {

/// When replicas are to be on.
struct ScheduleOptions {
  std::optional<std::vector<bool>> hours{};  // of the week, in which replicas are on; absent: those that are worth it
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

/// Absent, and a problem, if the trace does not have the hours of it.
std::optional<TrafficSchedule> schedule_traffic(const ScheduleOptions& options, const Traffic& traffic,
                                                const TrafficSizing& sizing, io::Diagnostics& problems);

}  // namespace breakeven::app
