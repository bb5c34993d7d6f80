// SPDX-License-Identifier: MIT
#include "report/cells.hpp"

namespace breakeven::report {

void append_field(std::string& text, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return text.append(field), void();
  text += '"';
  for (const char letter : field) text.append(letter == '"' ? 2 : 1, letter);
  text += '"';
}

void append_field(std::string& text, const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return breakeven::append_json(text, *number);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return breakeven::append_json(text, *count);
  if (const auto* word = std::get_if<std::string_view>(&cell)) append_field(text, *word);
}

void append_json(std::string& text, const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return breakeven::append_json(text, *number);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return breakeven::append_json(text, *count);
  if (const auto* word = std::get_if<std::string_view>(&cell)) return breakeven::append_json(text, *word);
  text += "null";
}

}  // namespace breakeven::report
