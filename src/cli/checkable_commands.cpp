// SPDX-License-Identifier: MIT
#include "cli/checkable_commands.hpp"

namespace breakeven::app {

std::vector<CheckableCommand> checkable_commands(Session& session) {
  std::vector<CheckableCommand> checkable;
  for (const CommandRow& command : session.program().commands) {
    if (!command.is_checkable) continue;
    const auto answer = [&session, &command](const CommandOptions& options, const std::vector<Given>& given,
                                             const CatalogSource& catalog, io::Diagnostics& problems) {
      Session inner(session, {.command = &command, .positionals = {}, .options = options}, given, catalog);
      Json document = command.run(inner).document;
      problems = std::move(inner.problems());
      return document;
    };
    checkable.push_back(
        {.name = command.name, .takes_input = command.takes_input, .options = command.options, .answer = answer});
  }
  return checkable;
}

}  // namespace breakeven::app
