// SPDX-License-Identifier: MIT
#include "cli/traffic.hpp"

#include "text/format.hpp"

namespace breakeven::cli {

std::string width_text(std::int64_t seconds) {
  if (seconds % s_per_day == 0) return text::format("{} day{}", seconds / s_per_day, seconds == s_per_day ? "" : "s");
  if (seconds % s_per_hour == 0) return text::format("{} h", seconds / s_per_hour);
  if (seconds % s_per_minute == 0) return text::format("{} min", seconds / s_per_minute);
  return text::format("{} s", seconds);
}

}  // namespace breakeven::cli
