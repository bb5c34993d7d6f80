// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cli/sql_columns.hpp"
#include "cli/sql_dialects.hpp"

namespace breakeven::cli {

/// What is asked of a table: sums for each slice of this width, and how long the requests are.
struct TrafficQuery {
  SqlName table{};
  SqlColumns columns{};
  std::int64_t slice_s = 0;
};

/// The query in the engine's SQL, with comments that say how to run it. It reads the table once.
std::string traffic_query(const TrafficQuery& query, const SqlDialect& dialect);

}  // namespace breakeven::cli
