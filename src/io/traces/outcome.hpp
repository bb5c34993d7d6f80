// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace breakeven::io {

/// What became of a request. Failed ones are counted apart; unknown ones are not counted.
enum class Outcome { good, failed, unknown };

/// How a column says what became of a request: by words in any case. A reader of files and the SQL for an engine both
/// follow this table.
struct OutcomeColumn {
  std::string_view role;  // as --columns names it
  std::span<const std::string_view> good;
  std::span<const std::string_view> failed;
  Outcome other = Outcome::unknown;   // of all other words
  Outcome absent = Outcome::unknown;  // of NULL
  bool has_http_status = false;       // whether three digits, with or without ".0", are an HTTP status
};

/// The first digits of an HTTP status, from and to.
struct HttpClasses {
  char first;
  char last;
};

/// 2xx is good, and 4xx and all above failed; the others say nothing of a whole answer.
inline constexpr HttpClasses good_http_classes{'2', '2'};
inline constexpr HttpClasses failed_http_classes{'4', '9'};

namespace detail {

inline constexpr std::array<std::string_view, 10> good_statuses{
    "", "ok", "success", "succeeded", "completed", "complete", "stop", "length", "finished", "tool_calls"};
inline constexpr std::array<std::string_view, 7> failed_statuses{"error",     "failed",   "failure", "timeout",
                                                                 "cancelled", "canceled", "aborted"};
inline constexpr std::array<std::string_view, 5> no_errors{"", "null", "none", "false", "0"};
inline constexpr std::array<std::string_view, 4> yes{"true", "1", "yes", "t"};
inline constexpr std::array<std::string_view, 4> no{"false", "0", "no", "f"};

}  // namespace detail

inline constexpr std::array outcome_columns{
    OutcomeColumn{.role = "status",
                  .good = detail::good_statuses,
                  .failed = detail::failed_statuses,
                  .absent = Outcome::good,
                  .has_http_status = true},
    OutcomeColumn{
        .role = "error", .good = detail::no_errors, .failed = {}, .other = Outcome::failed, .absent = Outcome::good},
    OutcomeColumn{.role = "success", .good = detail::yes, .failed = detail::no},
};

/// What that word of the column says of its request.
Outcome outcome_of(const OutcomeColumn& column, std::string_view word);

}  // namespace breakeven::io
