// SPDX-License-Identifier: MIT
#include "text/wrap.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace breakeven::text {
namespace {

// The size of the first word, with the spaces before it and, after a number, its unit.
std::size_t piece_size(std::string_view text) {
  const std::size_t end = std::min(text.find(' ', text.find_first_not_of(' ')), text.size());
  const bool unit_follows =
      end + 1 < text.size() && end > 0 && text::is_digit(text[end - 1]) && text::is_letter(text[end + 1]);
  return unit_follows ? std::min(text.find(' ', end + 1), text.size()) : end;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, piece_size(text));
    text.remove_prefix(word.size());
    std::string& line = lines.back();
    if (line.empty() || display_width(line) + display_width(word) <= width)
      line += word;
    else
      lines.emplace_back(word.substr(std::min(word.find_first_not_of(' '), word.size())));
  }
  return lines;
}

}  // namespace breakeven::text
