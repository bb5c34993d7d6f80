// SPDX-License-Identifier: MIT
#include "io/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "text/characters.hpp"
#include "text/format.hpp"
#include "text/utf8.hpp"

namespace breakeven::io {
namespace {

// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other, ignoring case.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = text::lower(a[i - 1]) == text::lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && text::lower(a[i - 1]) == text::lower(b[j - 2]) &&
                           text::lower(a[i - 2]) == text::lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

bool is_control(char32_t code_point) { return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0); }

}  // namespace

void add_once(Diagnostic found, Diagnostics& diagnostics) {
  const auto same = [&](const Diagnostic& known) { return known.message == found.message; };
  if (std::none_of(diagnostics.begin(), diagnostics.end(), same)) diagnostics.push_back(std::move(found));
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string printable(std::string_view text) {
  if (text::is_plain(text)) return std::string(text);
  std::string escaped;
  escaped.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = text::take_characters(text);
    const auto code_point = text::code_point(character);
    if (code_point && !is_control(*code_point))
      escaped += character;
    else if (character == "\t")
      escaped += "\\t";
    else if (character == "\n")
      escaped += "\\n";
    else
      for (const char byte : character) escaped += text::format("\\x{:02x}", static_cast<unsigned char>(byte));
  }
  return escaped;
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest_word = 200;
  if (word.size() > longest_word) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = 1 + std::min(word.size() / 3, std::size_t{4});
  for (const std::string_view candidate : candidates) {
    const std::size_t gap =
        candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    if (gap > best_distance) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance || (distance == best_distance && !best)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates, std::string_view before) {
  // A prefix is not a misspelling: name every candidate that starts with it, if they are few.
  constexpr std::size_t shortest_beginning = 3;
  constexpr std::size_t few = 4;
  const auto begins = [&](std::string_view candidate) {
    return candidate.size() > word.size() &&
           std::equal(word.begin(), word.end(), candidate.begin(),
                      [](char a, char b) { return text::lower(a) == text::lower(b); });
  };
  std::vector<std::string_view> meant;
  if (word.size() >= shortest_beginning)
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(meant), begins);
  if (meant.empty() || meant.size() > few) {
    const auto found = nearest(word, candidates);
    if (!found) return {};
    meant = {*found};
  }
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < meant.size(); ++i) {
    if (i > 0) text += i + 1 == meant.size() ? " or " : ", ";
    (text += before) += printable(meant[i]);
  }
  return text + "?";
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string_view what) {
  std::string text = did_you_mean(word, candidates);
  if (!text.empty()) return text;
  text = what;
  for (std::size_t i = 0; i < candidates.size(); ++i) text.append(i == 0 ? " are " : ", ").append(candidates[i]);
  return text;
}

}  // namespace breakeven::io
