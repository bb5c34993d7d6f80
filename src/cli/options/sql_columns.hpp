// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "io/traces/sql/query.hpp"

namespace breakeven::app {

/// What --columns and --time-unit give; absent if they are wrong, which is a problem.
std::optional<io::SqlColumns> asked_sql_columns(Session& session);

}  // namespace breakeven::app
