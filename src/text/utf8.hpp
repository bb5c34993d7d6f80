// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace breakeven::text {

/// The bytes of the character that the text begins with, or 0 where they are not UTF-8.
std::size_t character_length(std::string_view text);

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

/// Appends a code point up to U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace breakeven::text
