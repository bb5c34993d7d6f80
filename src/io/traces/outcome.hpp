// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace breakeven::io {

/// The outcome of a request. Failed requests are counted separately, unknown ones not at all.
enum class Outcome { good, failed, unknown };

/// How a column gives the outcome of a request: by words, ignoring case. The file reader and the SQL queries both use
/// this table.
struct OutcomeColumn {
  std::string_view role;  // name in --columns
  std::span<const std::string_view> good;
  std::span<const std::string_view> failed;
  Outcome other = Outcome::unknown;   // for all other words
  Outcome absent = Outcome::unknown;  // for NULL
  bool has_http_status = false;       // three digits, with or without ".0", are an HTTP status
};

/// A range of first digits of an HTTP status.
struct HttpClasses {
  char first;
  char last;
};

/// 2xx is good, 4xx and above failed; the others do not describe a complete response.
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

/// The outcome that this word of the column means.
Outcome outcome_of(const OutcomeColumn& column, std::string_view word);

}  // namespace breakeven::io
