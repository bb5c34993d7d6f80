// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "breakeven/schedule.hpp"
#include "cli/traffic_sizing.hpp"

namespace breakeven::cli {

/// When replicas are on: found from the trace, or given.
struct TrafficSchedule {
  bool is_found = false;
  Cycle cycle{};
  Schedule schedule{};
  HybridRow always_on{};  // the best number of replicas that never stop

  bool is_ever_on() const { return schedule.billed > Time{}; }
};

/// The hours that `text` says: words such as `mon-fri`, `daily`, `weekends`, each with a span of hours such as 8-18 or
/// 22-6, several joined by commas. Absent where it says no such thing.
std::optional<std::vector<bool>> hours_of_week(std::string_view text);

/// What --schedule asks for. Absent, and a problem, where it cannot be read, or where the trace does not cover a day.
std::optional<TrafficSchedule> schedule_traffic(Session& session, Settings& settings, const Traffic& traffic,
                                                const TrafficSizing& sizing);

}  // namespace breakeven::cli
