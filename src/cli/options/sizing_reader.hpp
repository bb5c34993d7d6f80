// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/traffic/schedule.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

bool gives(const std::vector<Given>& given, Key input);
/// Whether there is a side to compare: any input except those of the month and the cache.
bool gives_a_side(const std::vector<Given>& given);

/// What the options of traffic ask for. One that cannot be read is a problem.
double read_scale(Session& session);
SizingOptions read_sizing_options(Session& session, Settings& settings, double scale);
std::optional<ScheduleOptions> read_schedule_options(Session& session, Settings& settings);

/// The hours that `text` names: days such as `mon-fri`, `daily` or `weekends`, each with a span of hours such as 8-18
/// or 22-6; several are joined by commas. Absent if it cannot be read.
std::optional<std::vector<bool>> hours_of_week(std::string_view text);

}  // namespace breakeven::app
