// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::app {

/// An option that is not an input of the model: how to type it, and what it does.
struct OptionRow {
  std::string_view name;        // without the dashes
  std::string_view short_name;  // one letter or empty
  std::string_view value;       // what follows it; empty for a flag
  std::string_view help;
  bool repeatable = false;
};

}  // namespace breakeven::app
