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

/// A command: what it takes and what it does. It appends to the session's problems, and its report counts only where
/// none is an error.
struct CommandRow {
  std::string_view name;  // "catalog list" is the command list of catalog
  std::string_view summary;
  std::string_view positionals;  // as help shows them; empty if there are none
  bool (*takes_input)(const OptionRow&);
  std::span<const OptionRow> options;
  report::Report (*run)(Session&);                  // null if one of its commands must follow
  bool is_checkable = false;                        // whether a check can ask it
  std::optional<report::OutputKind> also_writes{};  // what its report has beside blocks and a document
  std::string_view takes_no_other = "this command does not ask for it";  // why other inputs have no effect
};

std::span<const CommandRow> commands();

}  // namespace breakeven::app
