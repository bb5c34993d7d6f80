// SPDX-License-Identifier: MIT
#include "views/schema.hpp"
#include "analysis/document_schema.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/schema_example.hpp"

namespace breakeven::app {

report::Report run_schema(Session& session) {
  const auto& words = session.arguments().positionals;
  const auto names = schema_names();
  if (words.empty() && !session.arguments().has("example")) return schemas_report();
  const std::string name = words.empty() ? "scenario" : words.back();
  if (words.size() > 1 || std::find(names.begin(), names.end(), name) == names.end()) {
    const std::string close = io::did_you_mean(name, names);
    session.problems().push_back({.code = "BE-U006",
                                  .message = "there is no schema '" + io::printable(name) + "'",
                                  .location = io::Location{.argument = name},
                                  .help = close.empty() ? "schemas are " + schema_list() : close});
    return {};
  }
  return schema_report(session.arguments().has("example") ? schema_example(name, session.program().run) : schema(name));
}

}  // namespace breakeven::app
