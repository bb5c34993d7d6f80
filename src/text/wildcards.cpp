// SPDX-License-Identifier: MIT
#include "text/wildcards.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace breakeven::text {
namespace {

std::string_view take_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

// Taking the first match of each part leaves the most text for the next.
bool has_parts(std::string_view text, std::string_view pattern) {
  while (!pattern.empty()) {
    const std::string_view part = take_part(pattern, '*');
    const auto* at = std::search(text.begin(), text.end(), part.begin(), part.end(),
                                 [](char a, char b) { return lower(a) == lower(b); });
    if (at == text.end() && !part.empty()) return false;
    text.remove_prefix(static_cast<std::size_t>(at - text.begin()) + part.size());
  }
  return true;
}

}  // namespace

bool has_match(std::string_view text, std::string_view pattern) {
  do {
    if (has_parts(text, take_part(pattern, '|'))) return true;
  } while (!pattern.empty());
  return false;
}

}  // namespace breakeven::text
