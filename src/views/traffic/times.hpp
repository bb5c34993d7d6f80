// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "analysis/traffic/traffic.hpp"

namespace breakeven::app {

/// A time of a trace for programs: ISO 8601 in UTC, or the seconds since its start.
std::string time_text(const Traffic& traffic, std::int64_t time_us);
/// The same for people, on their clock and to the minute, or to the second where bins are narrower: "Thu 2023-11-16
/// 18:15", or "day 1 18:15".
std::string clock_text(const Traffic& traffic, std::int64_t time_us);
/// The clock of the schedule and of times for people: "UTC", "UTC-08:00", or nothing of a relative one.
std::string zone_text(const Traffic& traffic);
/// "58.4 minutes", "30 days".
std::string span_text(Time length);

}  // namespace breakeven::app
