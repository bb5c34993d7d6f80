// SPDX-License-Identifier: MIT
#include "text/wildcards.hpp"

#include <string>

#include "catch.hpp"
#include "test_data.hpp"

using breakeven::test::Draw;
using breakeven::text::has_match;

namespace {

// Whether the text begins with one alternative, letter by letter and in every way.
bool begins(std::string_view text, std::string_view pattern) {
  if (pattern.empty()) return true;
  if (pattern.front() == '*')
    return begins(text, pattern.substr(1)) || (!text.empty() && begins(text.substr(1), pattern));
  return !text.empty() && text.front() == pattern.front() && begins(text.substr(1), pattern.substr(1));
}

bool has_match_tried(std::string_view text, std::string_view pattern) {
  const std::size_t bar = pattern.find('|');
  if (bar != std::string_view::npos && bar + 1 < pattern.size() && has_match_tried(text, pattern.substr(bar + 1)))
    return true;
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (begins(text.substr(at), pattern.substr(0, bar))) return true;
  return false;
}

}  // namespace

TEST_CASE("a text holds a pattern where trying all ways says so") {
  Draw draw(8);
  const auto random = [&](std::string_view letters, int longest) {
    std::string text;
    for (auto left = draw.integer(0, longest); left > 0; --left)
      text += letters[static_cast<std::size_t>(draw.integer(0, static_cast<std::int64_t>(letters.size()) - 1))];
    return text;
  };
  std::size_t matches = 0;
  constexpr int rounds = 20'000;
  for (int i = 0; i < rounds; ++i) {
    const std::string text = random("ab", 8);
    const std::string pattern = random("aabb*|", 7);
    INFO(text << " " << pattern);
    CHECK(has_match(text, pattern) == has_match_tried(text, pattern));
    matches += has_match(text, pattern) ? 1 : 0;
  }
  CHECK((matches > rounds / 4 && matches < rounds * 3 / 4));
}

TEST_CASE("case does not count, and a long pattern takes no time") {
  CHECK(has_match("Llama on an H100", "h100"));
  CHECK_FALSE(has_match("Llama on an H100", "h200"));
  std::string pattern;
  for (int i = 0; i < 10'000; ++i) pattern += "*a";
  CHECK_FALSE(has_match(std::string(9'999, 'a') + std::string(100'000, 'b'), pattern));
}
