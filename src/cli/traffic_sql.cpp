// SPDX-License-Identifier: MIT
#include "cli/traffic_sql.hpp"

#include "cli/argument_problems.hpp"
#include "cli/documents.hpp"
#include "cli/traffic_options.hpp"
#include "cli/traffic_query.hpp"

namespace breakeven::cli {
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
  std::string_view text = *asked;
  auto name = take_sql_name(text, false);
  if (!name)
    session.problems().push_back(unreadable_value(
        "table", *asked, "write --table NAME or SCHEMA.NAME; a part with a dot stands in \"double quotes\""));
  return name;
}

// The width of the bins that traffic will make of the slices, in seconds.
std::optional<int> asked_bin(Session& session) {
  constexpr double ms_per_s = 1000;
  const auto milliseconds = Settings(session, 0).read(option::bin);
  if (!milliseconds) return std::nullopt;
  const double seconds = *milliseconds / ms_per_s;
  const int whole = static_cast<int>(seconds);
  if (whole == seconds && whole % slice_s(whole) == 0) return whole;
  session.problems().push_back(
      unreadable_value("bin", *session.arguments().value("bin"),
                       "write whole seconds, and from 10min on whole minutes, such as --bin 15min"));
  return std::nullopt;
}

Json columns_document(const TrafficColumns& columns) {
  Json document = Json::object();
  for (const std::string_view role : traffic_roles())
    if (const SqlName* name = columns.find(role)) document[std::string(role)] = name->text;
  return document;
}

}  // namespace

report::Report traffic_sql(Session& session) {
  const SqlDialect* engine = asked_engine(session);
  const auto table = asked_table(session);
  const auto bin = asked_bin(session);
  const auto columns = asked_columns(session);
  if (io::has_errors(session.problems())) return {};
  const TrafficQuery query{.table = *table, .columns = *columns, .slice_s = slice_s(*bin)};
  const std::string sql = traffic_query(query, *engine);
  Json document = document_header("breakeven.traffic_sql");
  document["engine"] = engine->name;
  document["table"] = table->text;
  document["columns"] = columns_document(*columns);
  document["time_unit"] = columns->time_unit ? columns->time_unit->name : "timestamp";
  document["bin_s"] = *bin;
  document["slice_s"] = query.slice_s;
  document["sql"] = sql;
  document["warnings"] = diagnostics_document(session.problems(), io::Severity::warning);
  return {.document = std::move(document), .blocks = {report::Literal{sql}}, .brief = sql};
}

}  // namespace breakeven::cli
