// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace breakeven::text {

/// The length in bytes of the character at the start of the text, or 0 if it is not UTF-8.
std::size_t character_length(std::string_view text);

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

/// Takes the first `count` characters; a byte that is not UTF-8 counts as one.
std::string_view take_characters(std::string_view& text, std::size_t count = 1);

/// The code point of one character, or nothing if the bytes are not one.
std::optional<char32_t> code_point(std::string_view character);

/// Whether the byte continues the character before it.
inline bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

/// Appends a code point up to U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace breakeven::text
