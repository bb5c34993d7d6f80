// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/given.hpp"
#include "inputs/option_row.hpp"

namespace breakeven::app {

/// An option that sets several inputs, or sets one in another way.
struct CompoundRow {
  OptionRow option;
  std::array<Key, 2> keys;
  void (*read)(const std::string& text, std::vector<Given>& given, io::Diagnostics& problems);
};

std::span<const CompoundRow> compound_options();

}  // namespace breakeven::app
