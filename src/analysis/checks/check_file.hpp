// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/checks/expectation.hpp"
#include "inputs/option_row.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

using CommandOptions = std::map<std::string, std::vector<std::string>, std::less<>>;  // by long name

/// A command that a check can ask. `answer` returns its JSON document, and errors if it cannot be asked.
struct CheckableCommand {
  std::string_view name;
  bool (*takes_input)(const OptionRow&);
  std::span<const OptionRow> options;
  std::function<Json(const CommandOptions&, const std::vector<Given>&, const CatalogSource&, io::Diagnostics&)> answer;
};

/// An input that a check gives several values, one after the other.
struct RepeatedInput {
  std::vector<Given> values{};  // as they are listed
  std::optional<std::string>
      text{};  // a sweep as in --vary KEY=..., instead of a list; then `values` holds only its location
};

/// One check: what it asks, and what it expects of the answer.
struct Check {
  std::string name;
  io::Severity severity = io::Severity::error;
  const CheckableCommand* command = nullptr;
  CommandOptions options{};  // the command's own
  std::map<std::string, io::Location, std::less<>> option_places{};
  std::vector<Given> given{};  // the check's inputs, and the file's defaults
  std::vector<RepeatedInput> for_each{};
  std::vector<Expectation> expected{};
  io::Location location{};  // of the name
};

struct CheckFile {
  std::string name;
  std::vector<std::string> catalogs{};  // as paths from here
  std::vector<Check> checks{};
};

/// Reads a file of checks, and reports everything wrong with it. `text` and `commands` must outlive the checks.
CheckFile read_checks(const io::Text& text, std::span<const CheckableCommand> commands, io::Diagnostics& problems);

}  // namespace breakeven::app
