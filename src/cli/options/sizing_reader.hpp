// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/traffic/schedule.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

bool gives(const std::vector<Given>& given, Key input);
/// Whether there is a side to compare: any input but those of the month and the cache.
bool gives_a_side(const std::vector<Given>& given);

/// What the options of traffic ask. One that cannot be read is a problem.
double read_scale(Session& session);
SizingOptions read_sizing_options(Session& session, Settings& settings, double scale);
std::optional<ScheduleOptions> read_schedule_options(Session& session, Settings& settings);

/// The hours that `text` says: words such as `mon-fri`, `daily`, `weekends`, each with a span of hours such as 8-18 or
/// 22-6, several joined by commas. Absent if it says no such thing.
std::optional<std::vector<bool>> hours_of_week(std::string_view text);

}  // namespace breakeven::app
