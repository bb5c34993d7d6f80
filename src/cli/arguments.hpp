// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostic.hpp"

namespace breakeven::cli {

struct CommandRow;

/// An option that is no input: how it is typed, and what it does.
struct OptionRow {
  std::string_view name;        // without the dashes
  std::string_view short_name;  // one letter or empty
  std::string_view value;       // what follows it; empty for a flag
  std::string_view help;
  bool repeatable = false;
};

/// The words of a command line, taken apart but not yet read.
struct Arguments {
  const CommandRow* command = nullptr;
  std::vector<std::string> positionals;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  // by long name, in order of appearance

  bool has(std::string_view option) const { return options.contains(option); }
  /// The option's only value.
  std::optional<std::string> value(std::string_view option) const;
  std::span<const std::string> values(std::string_view option) const;
};

/// Takes the command line apart; `help` receives the text that -h, --help or no words at all ask for.
std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, std::string& help,
                                         io::Diagnostics& problems);

}  // namespace breakeven::cli
