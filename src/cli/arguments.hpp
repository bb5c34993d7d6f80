// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::app {

struct CommandRow;

/// The words of a command line, split up but not yet read.
struct Arguments {
  const CommandRow* command = nullptr;
  std::vector<std::string> positionals;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  // by long name, in order of appearance

  bool has(std::string_view option) const { return options.contains(option); }
  /// The option's only value.
  std::optional<std::string> value(std::string_view option) const;
  std::span<const std::string> values(std::string_view option) const;
};

}  // namespace breakeven::app
