// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "io/traces/outcome.hpp"
#include "io/traces/sql/dialects.hpp"
#include "io/traces/sql/identifier.hpp"
#include "io/traces/time.hpp"

namespace breakeven::io {

/// The unit of numeric times.
struct TimeUnit {
  io::TimeForm form;
  std::string_view microseconds;  // microseconds per unit; empty if it is a thousandth of one
  std::string_view largest;       // the largest valid time: its microseconds fit into 64 bits
};
inline constexpr std::array time_units{
    TimeUnit{io::TimeForm::seconds, "1000000", "9000000000000"},
    TimeUnit{io::TimeForm::milliseconds, "1000", "9000000000000000"},
    TimeUnit{io::TimeForm::microseconds, "1", "9000000000000000000"},
    TimeUnit{io::TimeForm::nanoseconds, "", "9000000000000000000"},
};

/// The columns of a log by role: always time, input and output; optionally cached and an outcome.
struct SqlColumns {
  std::map<std::string_view, SqlName> by_role{};
  const io::OutcomeColumn* outcome = nullptr;
  const TimeUnit* time_unit = nullptr;  // null if times are timestamps

  const SqlName* find(std::string_view role) const {
    const auto found = by_role.find(role);
    return found == by_role.end() ? nullptr : &found->second;
  }
};

/// The roles of columns, in the order of the documentation, and those that are needed.
std::vector<std::string_view> sql_roles();
inline constexpr std::array<std::string_view, 3> needed_sql_roles{"time", "input", "output"};

/// The sums to query from a table: per slice of this width, plus the request lengths.
struct TrafficQuery {
  SqlName table{};
  SqlColumns columns{};
  std::int64_t slice_s = 0;
};

/// The query in the engine's SQL, with comments on how to run it. It reads the table once.
std::string traffic_query(const TrafficQuery& query, const SqlDialect& dialect);

}  // namespace breakeven::io
