// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "cli/session.hpp"
#include "cli/sql_name.hpp"
#include "io/traffic/outcome.hpp"
#include "io/traffic/trace_time.hpp"

namespace breakeven::cli {

/// The unit of times that are numbers.
struct TimeUnit {
  io::TimeForm form;
  std::string_view microseconds;  // how many it has; empty where it is a thousandth of one
  std::string_view largest;       // the largest time that counts: 64 bits hold its microseconds
};
inline constexpr std::array time_units{
    TimeUnit{io::TimeForm::seconds, "1000000", "9000000000000"},
    TimeUnit{io::TimeForm::milliseconds, "1000", "9000000000000000"},
    TimeUnit{io::TimeForm::microseconds, "1", "9000000000000000000"},
    TimeUnit{io::TimeForm::nanoseconds, "", "9000000000000000000"},
};

/// Which columns of a log say what, by role: time, input and output always, cached and an outcome's perhaps.
struct SqlColumns {
  std::map<std::string_view, SqlName> by_role{};
  const io::OutcomeColumn* outcome = nullptr;
  const TimeUnit* time_unit = nullptr;  // null where times are timestamps

  const SqlName* find(std::string_view role) const {
    const auto found = by_role.find(role);
    return found == by_role.end() ? nullptr : &found->second;
  }
};

/// What --columns and --time-unit say; absent where something is wrong with them, which is a problem.
std::optional<SqlColumns> asked_sql_columns(Session& session);

/// The roles in the order in which they are explained.
std::vector<std::string_view> sql_roles();

}  // namespace breakeven::cli
