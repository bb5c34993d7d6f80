// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

namespace breakeven::cli {

std::optional<Key> find_key(std::string_view name) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (input_table[i].key == name) return Key{i};
  return std::nullopt;
}

}  // namespace breakeven::cli
