// SPDX-License-Identifier: MIT

#include "cli/argument_problems.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/sql_columns.hpp"
#include "cli/options/traffic.hpp"
#include "cli/options/traffic_reader.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

const SqlDialect* asked_engine(Session& session) {
  const auto asked = session.arguments().value("engine");
  std::vector<std::string_view> names;
  for (const SqlDialect& dialect : sql_dialects()) {
    if (dialect.name == asked) return &dialect;
    names.push_back(dialect.name);
  }
  const std::string help = io::suggestion(asked.value_or(""), names, "engines");
  session.problems().push_back(asked ? unreadable_value("engine", *asked, help)
                                     : io::Diagnostic{.code = "BE-U005",
                                                      .message = "the engine that the query is for is missing",
                                                      .help = "write --engine NAME; " + help});
  return nullptr;
}

std::optional<SqlName> asked_table(Session& session) {
  const auto asked = session.arguments().value("table");
  if (!asked) {
    session.problems().push_back({.code = "BE-U005",
                                  .message = "the table that the query reads is missing",
                                  .help = "write --table requests or --table logs.requests"});
    return std::nullopt;
  }
  auto name = read_sql_name(*asked);
  if (!name)
    session.problems().push_back(unreadable_value(
        "table", *asked, "write --table NAME or SCHEMA.NAME; a part with a dot stands in \"double quotes\""));
  return name;
}

Json columns_document(const SqlColumns& columns) {
  Json document = Json::object();
  for (const std::string_view role : sql_roles())
    if (const SqlName* name = columns.find(role)) document[std::string(role)] = name->text;
  return document;
}

}  // namespace

report::Report run_traffic_sql(Session& session) {
  const SqlDialect* engine = asked_engine(session);
  const auto table = asked_table(session);
  Settings settings(session, *row(key("hours_per_month")).default_value);
  constexpr std::int64_t usual_bin_s = 3'600;
  const std::int64_t bin_s = read_bin(session, settings).value_or(usual_bin_s);
  const auto columns = asked_sql_columns(session);
  if (io::has_errors(session.problems())) return {};
  const TrafficQuery query{.table = *table, .columns = *columns, .slice_s = slice_of(bin_s)};
  const std::string sql = traffic_query(query, *engine);
  Json document = document_header("breakeven.traffic_sql");
  document["engine"] = engine->name;
  document["table"] = table->text;
  document["columns"] = columns_document(*columns);
  document["time_unit"] = columns->time_unit ? name(columns->time_unit->form) : "timestamp";
  document["bin_s"] = bin_s;
  document["slice_s"] = query.slice_s;
  document["sql"] = sql;
  document["warnings"] = diagnostics_document(session.problems(), io::Severity::warning);
  return {.document = std::move(document), .blocks = {report::Literal{sql}}, .brief = sql};
}

}  // namespace breakeven::app
