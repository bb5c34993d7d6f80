// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "io/json.hpp"

namespace breakeven::io {

/// The place of the byte at `offset`, with its line as the excerpt.
Location place_of(const Text& text, std::size_t offset, std::size_t length);

/// As locate(), for the `occurrence`-th (from 1) of the keys that the last step of `pointer` names.
Location locate_in(const Text& text, std::string_view pointer, Part part, int occurrence);

}  // namespace breakeven::io
