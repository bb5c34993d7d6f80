// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "io/traces/time.hpp"

namespace breakeven::app {

/// One column of --columns and its role; each role and each column occurs once. The column is as typed; one with a
/// comma needs "double quotes" or `backticks`.
struct MappedColumn {
  std::string_view role;
  std::string column;
};

/// The columns of --columns with these roles. Mistakes are problems.
std::vector<MappedColumn> mapped_columns(Session& session, std::span<const std::string_view> roles);

/// The column without its outer quotes; doubled quotes inside become one.
std::string unquoted(std::string_view column);

/// The form of times that --time-unit names; absent if it is not given, or is unknown, which is a problem.
std::optional<io::TimeForm> asked_time_form(Session& session);

}  // namespace breakeven::app
