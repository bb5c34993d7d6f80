// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>

#include "inputs/input_table.hpp"

namespace breakeven::test {

/// A command line without the option, or the --set, that gives an input.
inline std::string without_input(const std::string& line, const std::string& key) {
  const std::string option = "--" + std::string(app::row(*app::find_key(key)).name);
  std::istringstream rest(line);
  std::string kept;
  for (std::string word, value; rest >> word;) {
    const bool gives = word == option || word == "--set";
    if (gives) rest >> value;
    if (word == option || (gives && value.starts_with(key + "="))) continue;
    kept += " " + word + (gives ? " " + value : "");
  }
  return kept;
}

}  // namespace breakeven::test
