// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/expectation.hpp"
#include "cli/given.hpp"

namespace breakeven::cli {

/// An input that a check gives several values, one after the other.
struct Repeated {
  std::vector<Given> values{};        // as they are listed
  std::optional<std::string> text{};  // in place of a list: as behind --vary KEY=, and `values` has its place alone
};

/// One check: what is asked, and what is expected of the answer.
struct Check {
  std::string name;
  io::Severity severity = io::Severity::error;
  Arguments question{};  // the command, with its own options
  std::map<std::string, io::Location, std::less<>> option_places{};
  std::vector<Given> given{};  // the check's inputs, and the file's defaults
  std::vector<Repeated> for_each{};
  std::vector<Expectation> expected{};
  io::Location location{};  // of the name
};

struct CheckFile {
  std::string name;
  std::vector<std::string> catalogs{};  // as paths from here
  std::vector<Check> checks{};
};

/// Reads a file of checks, and reports all that is wrong with it. `text` must outlive the checks.
CheckFile read_checks(const io::Text& text, io::Diagnostics& problems);

}  // namespace breakeven::cli
