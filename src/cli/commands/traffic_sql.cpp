// SPDX-License-Identifier: MIT

#include "cli/argument_problems.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/sql_columns.hpp"
#include "cli/options/traffic.hpp"
#include "cli/options/traffic_reader.hpp"
#include "views/traffic/sql.hpp"

namespace breakeven::app {
namespace {

const io::SqlDialect* asked_engine(Session& session) {
  const auto asked = session.arguments().value("engine");
  for (const io::SqlDialect& dialect : io::sql_dialects())
    if (dialect.name == asked) return &dialect;
  const std::string help = io::suggestion(asked.value_or(""), option::engine.choices(), "engines");
  session.problems().push_back(asked ? unreadable_value("engine", *asked, help)
                                     : io::Diagnostic{.code = "BE-U005",
                                                      .message = "the engine that the query is for is missing",
                                                      .help = "write --engine NAME; " + help});
  return nullptr;
}

std::optional<io::SqlName> asked_table(Session& session) {
  const auto asked = session.arguments().value("table");
  if (!asked) {
    session.problems().push_back({.code = "BE-U005",
                                  .message = "the table that the query reads is missing",
                                  .help = "write --table requests or --table logs.requests"});
    return std::nullopt;
  }
  auto name = io::read_sql_name(*asked);
  if (!name)
    session.problems().push_back(unreadable_value(
        "table", *asked, "write --table NAME or SCHEMA.NAME; a part with a dot stands in \"double quotes\""));
  return name;
}

}  // namespace

report::Report run_traffic_sql(Session& session) {
  const io::SqlDialect* engine = asked_engine(session);
  const auto table = asked_table(session);
  Settings settings(session, *row(key("hours_per_month")).default_value);
  constexpr std::int64_t usual_bin_s = 3'600;
  const std::int64_t bin_s = read_bin(session, settings).value_or(usual_bin_s);
  const auto columns = asked_sql_columns(session);
  if (io::has_errors(session.problems())) return {};
  const io::TrafficQuery query{.table = *table, .columns = *columns, .slice_s = slice_of(bin_s)};
  return traffic_sql_report(query, *engine, bin_s, session.problems());
}

}  // namespace breakeven::app
