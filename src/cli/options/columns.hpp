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

/// What --columns says: which column is what, each role and each column once. A column is as it was typed; one with a
/// comma stands in "double quotes" or `backticks`.
struct MappedColumn {
  std::string_view role;
  std::string column;
};

/// Those of --columns, of these roles. What is wrong with them is a problem.
std::vector<MappedColumn> mapped_columns(Session& session, std::span<const std::string_view> roles);

/// The column without the quotes around it, doubled ones within as one.
std::string unquoted(std::string_view column);

/// The form of times that --time-unit says; absent if it says none, or none that there is, which is a problem.
std::optional<io::TimeForm> asked_time_form(Session& session);

}  // namespace breakeven::app
