// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cli/sql_dialects.hpp"
#include "cli/traffic_columns.hpp"

namespace breakeven::cli {

/// What is asked of a table: sums for each slice of this width, and how long the requests are.
struct TrafficQuery {
  SqlName table{};
  TrafficColumns columns{};
  std::int64_t slice_s = 0;
};

/// The query in the engine's SQL, with comments that say how to run it. It reads the table once.
std::string traffic_query(const TrafficQuery& query, const SqlDialect& dialect);

}  // namespace breakeven::cli
