// SPDX-License-Identifier: MIT
#include "cli/idle_options.hpp"

#include "cli/options/sizing_reader.hpp"
#include "cli/options/traffic.hpp"

namespace breakeven::app {
namespace {

bool is_met(Session& session, std::string_view need) {
  return need == option::both_sides ? gives_a_side(session.given()) : session.arguments().has(need);
}

void refuse_idle(Session& session, std::string_view name, const std::string& without, std::string help) {
  const std::string option = "--" + std::string(name);
  session.problems().push_back({.code = "BE-U011",
                                .message = option + " has no effect" + without,
                                .location = io::Location{.argument = option},
                                .help = std::move(help)});
}

}  // namespace

void refuse_idle_options(Session& session) {
  const CommandRow& command = *session.arguments().command;
  for (const OptionRow& option : command.options) {
    if (option.needs.empty() || !session.arguments().has(option.name) || is_met(session, option.needs)) continue;
    const std::string needs = "--" + std::string(option.needs);
    refuse_idle(session, option.name, " without " + needs, "add " + needs + ", or leave it out");
  }
  const bool takes_some = std::any_of(input_table.begin(), input_table.end(), command.takes_input);
  for (const std::string_view option : {"set", "scenario"})
    if (!takes_some && session.arguments().has(option))
      refuse_idle(session, option, " on " + std::string(command.name), "leave it out");
}

}  // namespace breakeven::app
