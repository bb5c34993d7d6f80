// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "cli/arguments.hpp"
#include "inputs/input_table.hpp"
#include "inputs/option_row.hpp"
#include "report/report.hpp"

namespace breakeven::app {

class Session;

/// A command: what it takes and what it does. It appends to the session's problems; its report counts only if none of
/// them is an error.
struct CommandRow {
  std::string_view name;  // "catalog list" is the subcommand list of catalog
  std::string_view summary;
  std::string_view positionals;  // as shown in help; empty if there are none
  bool (*takes_input)(const OptionRow&);
  std::span<const OptionRow> options;
  report::Report (*run)(Session&);                  // null if a subcommand must follow
  bool is_checkable = false;                        // whether a check can ask it
  std::optional<report::OutputKind> also_writes{};  // what its report has besides blocks and a document
  std::string_view takes_no_other = "this command does not ask for it";  // why other inputs have no effect
};

std::span<const CommandRow> commands();

}  // namespace breakeven::app
