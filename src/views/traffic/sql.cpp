// SPDX-License-Identifier: MIT
#include "views/traffic/sql.hpp"

#include "io/traces/time.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

Json columns_document(const io::SqlColumns& columns) {
  Json document = Json::object();
  for (const std::string_view role : io::sql_roles())
    if (const io::SqlName* name = columns.find(role)) document[std::string(role)] = name->text;
  return document;
}

}  // namespace

report::Report traffic_sql_report(const io::TrafficQuery& query, const io::SqlDialect& engine, std::int64_t bin_s,
                                  const io::Diagnostics& problems) {
  const std::string sql = traffic_query(query, engine);
  const auto* unit = query.columns.time_unit;
  Json document = document_header("breakeven.traffic_sql");
  document["engine"] = engine.name;
  document["table"] = query.table.text;
  document["columns"] = columns_document(query.columns);
  document["time_unit"] = unit ? name(unit->form) : "timestamp";
  document["bin_s"] = bin_s;
  document["slice_s"] = query.slice_s;
  document["sql"] = sql;
  document["warnings"] = diagnostics_document(problems, io::Severity::warning);
  return {.document = std::move(document), .blocks = {report::Literal{sql}}, .brief = sql};
}

}  // namespace breakeven::app
