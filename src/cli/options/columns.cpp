// SPDX-License-Identifier: MIT
#include "cli/options/columns.hpp"

#include <algorithm>

#include "cli/argument_problems.hpp"
#include "cli/options/traffic.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view quotes = "\"`";

// Takes the text up to the first comma outside quotes off the front, with the comma.
std::string_view take_column(std::string_view& text) {
  char open = 0;
  std::size_t size = 0;
  for (; size < text.size() && (open != 0 || text[size] != ','); ++size)
    if (open != 0 ? text[size] == open : quotes.find(text[size]) != std::string_view::npos)
      open = open != 0 ? '\0' : text[size];
  const std::string_view part = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return part;
}

// Why a column cannot have a role, given the others; a diagnostic without a message if it can.
io::Diagnostic conflict(const std::vector<MappedColumn>& columns, const MappedColumn& added) {
  for (const MappedColumn& other : columns) {
    if (other.role == added.role)
      return {.code = "BE-U003",
              .message = "--columns gives " + std::string(added.role) + " twice",
              .help = "keep one of them"};
    if (other.column == added.column)
      return {.code = "BE-U004",
              .message = "--columns gives '" + io::printable(added.column) + "' both as " + std::string(other.role) +
                         " and as " + std::string(added.role),
              .help = "name a column of its own for each"};
  }
  return {};
}

}  // namespace

std::vector<MappedColumn> mapped_columns(Session& session, std::span<const std::string_view> roles) {
  std::vector<MappedColumn> columns;
  const std::string text = session.arguments().value(option::columns.name).value_or("");
  const auto refuse = [&](io::Diagnostic problem) {
    problem.location = io::Location{.argument = "--columns"};
    session.problems().push_back(std::move(problem));
  };
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view part = take_column(rest);
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view word = part.substr(0, equals);
    const auto role = std::find(roles.begin(), roles.end(), word);
    if (role == roles.end()) {
      refuse({.code = "BE-U010",
              .message = "--columns has no role '" + io::printable(word) + "'",
              .help = io::suggestion(word, roles, "roles")});
    } else if (equals == part.size() || unquoted(part.substr(equals + 1)).empty()) {
      refuse({.code = "BE-U010",
              .message = "--columns " + std::string(word) + "= has no name of a column",
              .help = "write " + std::string(word) + "=NAME; a name with a comma stands in \"double quotes\""});
    } else {
      const MappedColumn column{*role, std::string(part.substr(equals + 1))};
      if (io::Diagnostic problem = conflict(columns, column); problem.message.empty())
        columns.push_back(column);
      else
        refuse(std::move(problem));
    }
  }
  return columns;
}

std::string unquoted(std::string_view column) {
  if (column.size() < 2 || quotes.find(column.front()) == std::string_view::npos || column.back() != column.front())
    return std::string(column);
  std::string text;
  for (std::size_t at = 1; at + 1 < column.size(); ++at) {
    text += column[at];
    if (column[at] == column.front() && column[at + 1] == column.front()) ++at;
  }
  return text;
}

std::optional<io::TimeForm> asked_time_form(Session& session) {
  const auto text = session.arguments().value(option::time_unit.name);
  if (!text) return std::nullopt;
  const auto form = io::time_form(*text);
  if (!form)
    session.problems().push_back(
        unreadable_value(option::time_unit.name, *text, "write s, ms, us, ns, min, h, day or iso"));
  return form;
}

}  // namespace breakeven::app
