// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::text {

/// ASCII only, whatever the locale.
inline bool is_digit(char character) { return character >= '0' && character <= '9'; }
inline char lower(char character) {
  constexpr char to_lower = 'a' - 'A';
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + to_lower) : character;
}
inline bool is_letter(char character) { return lower(character) >= 'a' && lower(character) <= 'z'; }

/// Whether all characters are printable ASCII.
inline bool is_plain(std::string_view text) {
  bool plain = true;
  for (const char character : text) plain &= character >= ' ' && character <= '~';
  return plain;
}

/// The text without leading and trailing blanks.
inline std::string_view trimmed(std::string_view text, std::string_view blanks = " \t") {
  const auto begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace breakeven::text
