// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "breakeven/profile.hpp"
#include "io/traces/read_traces.hpp"

namespace breakeven::app {

inline constexpr std::int64_t us_per_s = 1'000'000;
inline constexpr std::int64_t s_per_minute = 60;
inline constexpr std::int64_t s_per_hour = 3'600;
inline constexpr std::int64_t s_per_day = 86'400;
inline constexpr std::size_t hours_per_day = 24;
inline constexpr std::size_t days_per_week = 7;

/// A trace, divided into bins.
struct Traffic {
  io::TraceReading reading{};
  std::int64_t bin_s = 0;
  std::int64_t offset_s = 0;  // how far the clock for days and hours is ahead of UTC
  std::vector<TimedBin> bins{};
};

/// "1 h", "15 min", "1 s".
inline std::string width_text(std::int64_t seconds) {
  if (seconds % s_per_day == 0) return std::to_string(seconds / s_per_day) + (seconds == s_per_day ? " day" : " days");
  if (seconds % s_per_hour == 0) return std::to_string(seconds / s_per_hour) + " h";
  if (seconds % s_per_minute == 0) return std::to_string(seconds / s_per_minute) + " min";
  return std::to_string(seconds) + " s";
}

}  // namespace breakeven::app
