// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cli/traffic_reading.hpp"

namespace breakeven::cli {

inline constexpr std::int64_t us_per_s = 1'000'000;
inline constexpr std::int64_t s_per_minute = 60;
inline constexpr std::int64_t s_per_hour = 3'600;
inline constexpr std::int64_t s_per_day = 86'400;
inline constexpr std::size_t hours_per_day = 24;

/// A time of a trace for programs: ISO 8601 in UTC, or the seconds since its start.
std::string time_text(const Traffic& traffic, std::int64_t time_us);
/// The same for people, on their clock and to the minute, or to the second where bins are narrower: "Thu 2023-11-16
/// 18:15", or "day 1 18:15".
std::string clock_text(const Traffic& traffic, std::int64_t time_us);
/// The clock of the schedule and of times for people: "UTC", "UTC-08:00", or nothing of a relative one.
std::string zone_text(const Traffic& traffic);
/// "58.4 minutes", "30 days".
std::string span_text(Time length);
/// "1 h", "15 min", "1 s".
std::string width_text(std::int64_t seconds);

}  // namespace breakeven::cli
