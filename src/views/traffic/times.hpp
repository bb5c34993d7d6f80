// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "analysis/traffic/traffic.hpp"

namespace breakeven::app {

/// A time of a trace in documents: ISO 8601 in UTC, or seconds since its start.
std::string time_text(const Traffic& traffic, std::int64_t time_us);
/// The same as text, on the trace's clock and to the minute, or to the second if bins are narrower: "Thu 2023-11-16
/// 18:15", or "day 1 18:15".
std::string clock_text(const Traffic& traffic, std::int64_t time_us);
/// The clock of the schedule and of times in text: "UTC", "UTC-08:00", or empty for relative times.
std::string zone_text(const Traffic& traffic);
/// "58.4 minutes", "30 days".
std::string span_text(Time length);

}  // namespace breakeven::app
