// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// `traffic sql`: the query that sums up a table of requests where it is, for an engine of one's own.
report::Report traffic_sql(Session& session);

}  // namespace breakeven::app
