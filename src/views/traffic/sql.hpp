// SPDX-License-Identifier: MIT
#pragma once

#include "io/diagnostics/diagnostic.hpp"
#include "io/traces/sql/query.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The query, and what it was made from.
report::Report traffic_sql_report(const io::TrafficQuery& query, const io::SqlDialect& engine, std::int64_t bin_s,
                                  const io::Diagnostics& problems);

}  // namespace breakeven::app
