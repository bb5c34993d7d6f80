// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace breakeven::text {

/// Columns that a terminal needs for UTF-8 text without combining or wide characters.
std::size_t display_width(std::string_view text);

/// Breaks at spaces into lines of at most `width` columns; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace breakeven::text
