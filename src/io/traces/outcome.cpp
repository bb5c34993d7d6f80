// SPDX-License-Identifier: MIT
#include "io/traces/outcome.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "text/characters.hpp"

namespace breakeven::io {
namespace {

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view known) {
    return std::equal(word.begin(), word.end(), known.begin(), known.end(),
                      [](char a, char b) { return text::lower(a) == b; });
  });
}

// The first digit of an HTTP status such as "200" or "200.0"; absent if it is not one.
std::optional<char> http_class(std::string_view word) {
  if (word.ends_with(".0")) word.remove_suffix(2);
  if (word.size() != 3 || !std::all_of(word.begin(), word.end(), text::is_digit)) return std::nullopt;
  return word.front();
}

}  // namespace

Outcome outcome_of(const OutcomeColumn& column, std::string_view word) {
  if (word.empty() || word == "\\N") return column.absent;
  if (is_among(word, column.good)) return Outcome::good;
  if (is_among(word, column.failed)) return Outcome::failed;
  if (!column.has_http_status) return column.other;
  const auto is_of = [](char digit, HttpClasses classes) { return digit >= classes.first && digit <= classes.last; };
  const auto digit = http_class(word);
  if (digit && is_of(*digit, good_http_classes)) return Outcome::good;
  if (digit && is_of(*digit, failed_http_classes)) return Outcome::failed;
  return column.other;
}

}  // namespace breakeven::io
