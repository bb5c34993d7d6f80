// SPDX-License-Identifier: MIT
#include "analysis/document_schema.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/schema_example.hpp"
#include "io/json/header.hpp"
#include "views/document.hpp"

namespace breakeven::app {

report::Report run_schema(Session& session) {
  const auto& words = session.arguments().positionals;
  const auto names = schema_names();
  std::string all;
  for (const std::string_view known : names) all += (all.empty() ? "" : ", ") + std::string(known);
  if (words.empty() && !session.arguments().has("example"))
    return {.document = {{"schema", "breakeven.schemas"}, {"schema_version", io::schema_version}, {"names", names}},
            .blocks = {report::Verbatim{{names.begin(), names.end()}},
                       report::Headline{"breakeven schema NAME prints the JSON Schema of one."}},
            .brief = all,
            .rows = std::nullopt};
  const std::string name = words.empty() ? "scenario" : words.back();
  if (words.size() > 1 || std::find(names.begin(), names.end(), name) == names.end()) {
    const std::string close = io::did_you_mean(name, names);
    session.problems().push_back({.code = "BE-U006",
                                  .message = "there is no schema '" + io::printable(name) + "'",
                                  .location = io::Location{.argument = name},
                                  .help = close.empty() ? "schemas are " + all : close});
    return {};
  }
  Json document = session.arguments().has("example") ? schema_example(name, session.program().run) : schema(name);
  const std::string text = document.dump(2);
  return {.document = std::move(document), .blocks = {report::Literal{text}}, .brief = {}, .rows = std::nullopt};
}

}  // namespace breakeven::app
