// SPDX-License-Identifier: MIT
#include "cli/options/sql_columns.hpp"

#include <algorithm>

#include "cli/argument_problems.hpp"
#include "cli/options/columns.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view columns_example = "--columns time=started_at,input=prompt_tokens,output=completion_tokens";

const io::OutcomeColumn* outcome_column(std::string_view role) {
  const auto* found = std::find_if(io::outcome_columns.begin(), io::outcome_columns.end(),
                                   [&](const io::OutcomeColumn& column) { return column.role == role; });
  return found == io::outcome_columns.end() ? nullptr : found;
}

void refuse_columns(Session& session, std::string_view code, std::string message, std::string help) {
  session.problems().push_back({.code = code,
                                .message = std::move(message),
                                .location = io::Location{.argument = "--columns"},
                                .help = std::move(help)});
}

void add_column(const MappedColumn& column, io::SqlColumns& columns, Session& session) {
  const std::string role(column.role);
  auto name = io::read_sql_name(column.column);
  if (!name)
    return refuse_columns(session, "BE-U010", "--columns " + role + "= has no name of a column",
                          "write " + role + "=NAME; a name with a dot or a comma stands in \"double quotes\"");
  const io::OutcomeColumn* outcome = outcome_column(role);
  if (outcome && columns.outcome)
    return refuse_columns(session, "BE-U004",
                          "--columns gives both " + std::string(columns.outcome->role) + " and " + role +
                              ", and one of them says which requests failed",
                          "keep one of them");
  if (outcome) columns.outcome = outcome;
  columns.by_role[column.role] = *std::move(name);
}

const io::TimeUnit* asked_unit(Session& session) {
  const auto form = asked_time_form(session);
  if (!form || *form == io::TimeForm::iso) return nullptr;
  const auto unit = std::find_if(io::time_units.begin(), io::time_units.end(),
                                 [&](const io::TimeUnit& each) { return each.form == *form; });
  if (unit != io::time_units.end()) return &*unit;
  session.problems().push_back(unreadable_value(
      "time-unit", name(*form), "a query takes s, ms, us and ns, and timestamps where --time-unit is left out"));
  return nullptr;
}

}  // namespace

std::optional<io::SqlColumns> asked_sql_columns(Session& session) {
  io::SqlColumns columns{.time_unit = asked_unit(session)};
  const auto asked = session.arguments().value("columns");
  if (!asked) {
    session.problems().push_back({.code = "BE-U005",
                                  .message = "which columns hold the time, the input and the output tokens is missing",
                                  .help = std::string(columns_example)});
    return std::nullopt;
  }
  const auto roles = io::sql_roles();
  for (const MappedColumn& column : mapped_columns(session, roles)) add_column(column, columns, session);
  if (io::has_errors(session.problems())) return std::nullopt;
  std::vector<std::string> missing;
  for (const std::string_view role : io::needed_sql_roles)
    if (!columns.find(role)) missing.push_back(std::string(role) + "=NAME");
  if (missing.empty()) return columns;
  session.problems().push_back({.code = "BE-U005",
                                .message = "--columns does not say all that is needed",
                                .location = io::Location{.argument = "--columns"},
                                .notes = std::move(missing),
                                .help = "add them, such as " + std::string(columns_example)});
  return std::nullopt;
}

}  // namespace breakeven::app
