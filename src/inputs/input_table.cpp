// SPDX-License-Identifier: MIT
#include "inputs/input_table.hpp"

#include <algorithm>

namespace breakeven::app {

std::optional<Key> find_key(std::string_view name) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (input_table[i].key == name) return Key{i};
  return std::nullopt;
}

bool may_be(const OptionRow& input, std::string_view name) {
  return input.measure == Measure::id || std::find(input.words.begin(), input.words.end(), name) != input.words.end();
}

}  // namespace breakeven::app
