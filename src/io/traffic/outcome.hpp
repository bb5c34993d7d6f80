// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace breakeven::io {

/// What columns that say how a request ended may hold, in lower case; an empty field says that it was answered.
namespace outcome {

using namespace std::string_view_literals;

inline constexpr std::array status_answered{"ok"sv,       "success"sv, "succeeded"sv, "completed"sv, "complete"sv,
                                            "finished"sv, "stop"sv,    "length"sv,    "tool_calls"sv};
inline constexpr std::array status_failed{"error"sv,     "failed"sv,   "failure"sv, "timeout"sv,
                                          "cancelled"sv, "canceled"sv, "aborted"sv};
inline constexpr std::array no_error{"null"sv, "none"sv, "false"sv, "0"sv};
inline constexpr std::array success_yes{"true"sv, "1"sv, "yes"sv, "t"sv};
inline constexpr std::array success_no{"false"sv, "0"sv, "no"sv, "f"sv};

/// A status that is a number is one of HTTP.
inline constexpr int least_answered_status = 200;
inline constexpr int least_failed_status = 400;

}  // namespace outcome
}  // namespace breakeven::io
