// SPDX-License-Identifier: MIT
#include "cli/traffic_columns.hpp"

#include <algorithm>

#include "cli/argument_problems.hpp"

namespace breakeven::cli {
namespace {

constexpr std::array<std::string_view, 3> needed_roles{"time", "input", "output"};
constexpr std::string_view example = "--columns time=started_at,input=prompt_tokens,output=completion_tokens";

const io::OutcomeColumn* outcome_column(std::string_view role) {
  const auto* found = std::find_if(io::outcome_columns.begin(), io::outcome_columns.end(),
                                   [&](const io::OutcomeColumn& column) { return column.role == role; });
  return found == io::outcome_columns.end() ? nullptr : found;
}

// Reads one ROLE=NAME off the front; an unknown role, or a name that is none, is a problem.
bool take_column(std::string_view& text, TrafficColumns& columns, Session& session) {
  const auto roles = traffic_roles();
  const std::size_t size = std::min(text.find_first_of("=,"), text.size());
  const std::string_view word = text.substr(0, size);
  const auto role = std::find(roles.begin(), roles.end(), word);
  const auto refuse = [&](std::string_view code, std::string message, std::string help) {
    session.problems().push_back({.code = code,
                                  .message = std::move(message),
                                  .location = io::Location{.argument = "--columns"},
                                  .help = std::move(help)});
    return false;
  };
  if (role == roles.end())
    return refuse("BE-U010", "--columns has no role '" + io::printable(word) + "'",
                  io::suggestion(word, roles, "roles"));
  text.remove_prefix(size);
  if (text.starts_with('=')) text.remove_prefix(1);
  auto name = take_sql_name(text, true);
  if (!name)
    return refuse("BE-U010", "--columns " + std::string(word) + "= has no name of a column",
                  "write " + std::string(word) + "=NAME; a name with a dot or a comma stands in \"double quotes\"");
  if (columns.find(word))
    return refuse("BE-U003", "--columns gives " + std::string(word) + " twice", "keep one of them");
  const io::OutcomeColumn* outcome = outcome_column(word);
  if (outcome && columns.outcome)
    return refuse("BE-U004",
                  "--columns gives both " + std::string(columns.outcome->role) + " and " + std::string(word) +
                      ", and one of them says which requests failed",
                  "keep one of them");
  if (outcome) columns.outcome = outcome;
  columns.by_role[*role] = *std::move(name);
  return true;
}

const TimeUnit* asked_unit(Session& session) {
  const auto asked = session.arguments().value("time-unit");
  if (!asked) return nullptr;
  std::vector<std::string_view> names;
  for (const TimeUnit& unit : time_units) {
    if (unit.name == *asked) return &unit;
    names.push_back(unit.name);
  }
  session.problems().push_back(unreadable_value("time-unit", *asked, io::suggestion(*asked, names, "units")));
  return nullptr;
}

}  // namespace

std::vector<std::string_view> traffic_roles() {
  std::vector<std::string_view> roles(needed_roles.begin(), needed_roles.end());
  roles.emplace_back("cached");
  for (const io::OutcomeColumn& column : io::outcome_columns) roles.push_back(column.role);
  return roles;
}

std::optional<TrafficColumns> asked_columns(Session& session) {
  TrafficColumns columns{.time_unit = asked_unit(session)};
  const auto asked = session.arguments().value("columns");
  if (!asked) {
    session.problems().push_back({.code = "BE-U005",
                                  .message = "which columns hold the time, the input and the output tokens is missing",
                                  .help = std::string(example)});
    return std::nullopt;
  }
  std::string_view text = *asked;
  while (take_column(text, columns, session)) {
    if (text.empty()) break;
    text.remove_prefix(1);  // the comma
  }
  if (io::has_errors(session.problems())) return std::nullopt;
  std::vector<std::string> missing;
  for (const std::string_view role : needed_roles)
    if (!columns.find(role)) missing.push_back(std::string(role) + "=NAME");
  if (missing.empty()) return columns;
  session.problems().push_back({.code = "BE-U005",
                                .message = "--columns does not say all that is needed",
                                .location = io::Location{.argument = "--columns"},
                                .notes = std::move(missing),
                                .help = "add them, such as " + std::string(example)});
  return std::nullopt;
}

}  // namespace breakeven::cli
