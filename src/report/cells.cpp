// SPDX-License-Identifier: MIT
#include "report/cells.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <iterator>

namespace breakeven::report {
namespace {

// Like the numbers of a document: a whole number that is no count ends in ".0".
void append_number(std::string& text, double number) {
  const std::size_t begin = text.size();
  fmt::format_to(std::back_inserter(text), FMT_COMPILE("{}"), number);
  if (text.find_first_of(".e", begin) == std::string::npos) text += ".0";
}

void append_count(std::string& text, std::int64_t count) {
  fmt::format_to(std::back_inserter(text), FMT_COMPILE("{}"), count);
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; });
}

void append_string(std::string& text, std::string_view word) {
  if (is_plain(word))
    text.append("\"").append(word).append("\"");
  else
    text += Json(word).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void append_field(std::string& text, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return text.append(field), void();
  text += '"';
  for (const char letter : field) text.append(letter == '"' ? 2 : 1, letter);
  text += '"';
}

void append_field(std::string& text, const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return append_number(text, *number);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return append_count(text, *count);
  if (const auto* word = std::get_if<std::string_view>(&cell)) append_field(text, *word);
}

void append_json(std::string& text, const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return append_number(text, *number);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return append_count(text, *count);
  if (const auto* word = std::get_if<std::string_view>(&cell)) return append_string(text, *word);
  text += "null";
}

}  // namespace breakeven::report
