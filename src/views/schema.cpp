// SPDX-License-Identifier: MIT
#include "views/schema.hpp"

#include "analysis/document_schema.hpp"
#include "views/document.hpp"

namespace breakeven::app {

report::Report schemas_report() {
  const auto names = schema_names();
  report::Report report{.document = document_header("breakeven.schemas"),
                        .blocks = {report::Verbatim{{names.begin(), names.end()}},
                                   report::Headline{"breakeven schema NAME prints the JSON Schema of one."}},
                        .brief = schema_list(),
                        .rows = std::nullopt};
  report.document["names"] = names;
  return report;
}

report::Report schema_report(Json document) {
  const std::string text = document.dump(2);
  return {.document = std::move(document), .blocks = {report::Literal{text}}, .brief = {}, .rows = std::nullopt};
}

}  // namespace breakeven::app
