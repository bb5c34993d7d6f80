// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace breakeven::text {
namespace {

// The first bytes of characters of one length, and the second bytes they allow (The Unicode Standard, table 3-7).
struct Form {
  unsigned char first_low;
  unsigned char first_high;
  unsigned char second_low;
  unsigned char second_high;
  std::size_t length;
};
constexpr std::array forms{
    Form{0xC2, 0xDF, 0x80, 0xBF, 2}, Form{0xE0, 0xE0, 0xA0, 0xBF, 3}, Form{0xE1, 0xEC, 0x80, 0xBF, 3},
    Form{0xED, 0xED, 0x80, 0x9F, 3}, Form{0xEE, 0xEF, 0x80, 0xBF, 3}, Form{0xF0, 0xF0, 0x90, 0xBF, 4},
    Form{0xF1, 0xF3, 0x80, 0xBF, 4}, Form{0xF4, 0xF4, 0x80, 0x8F, 4},
};

}  // namespace

std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x80) return 1;
  const auto* form = std::find_if(forms.begin(), forms.end(), [&](const Form& row) {
    return byte(0) >= row.first_low && byte(0) <= row.first_high;
  });
  if (form == forms.end() || text.size() < form->length) return 0;
  if (byte(1) < form->second_low || byte(1) > form->second_high) return 0;
  for (std::size_t at = 2; at < form->length; ++at)
    if (byte(at) < 0x80 || byte(at) > 0xBF) return 0;
  return form->length;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view take_characters(std::string_view& text, std::size_t count) {
  const std::string_view all = text;
  for (; count > 0 && !text.empty(); --count) text.remove_prefix(std::max<std::size_t>(1, character_length(text)));
  return all.substr(0, all.size() - text.size());
}

std::optional<char32_t> code_point(std::string_view character) {
  const std::size_t length = character.size();
  if (length == 0 || character_length(character) != length) return std::nullopt;
  // The first byte without its length bits.
  char32_t code = static_cast<unsigned char>(character.front()) & (length == 1 ? 0x7FU : 0xFFU >> (length + 1));
  for (const char byte : character.substr(1)) code = code << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  return code;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto append = [&](char32_t byte) { text += static_cast<char>(byte); };
  const auto rest = [&](unsigned shift) { append(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) return append(code_point);
  if (code_point < 0x800) {
    append(0xC0U | code_point >> 6U);
  } else if (code_point < 0x10000) {
    append(0xE0U | code_point >> 12U);
    rest(6);
  } else {
    append(0xF0U | code_point >> 18U);
    rest(12);
    rest(6);
  }
  rest(0);
}

}  // namespace breakeven::text
