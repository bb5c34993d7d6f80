// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "io/traces/sql/query.hpp"

namespace breakeven::app {

/// What --columns and --time-unit say; absent where something is wrong with them, which is a problem.
std::optional<SqlColumns> asked_sql_columns(Session& session);

/// The roles in the order in which they are explained.
std::vector<std::string_view> sql_roles();

}  // namespace breakeven::app
