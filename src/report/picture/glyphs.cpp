// SPDX-License-Identifier: MIT
#include "report/picture/glyphs.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"

namespace breakeven::report {
namespace {

constexpr Glyphs unicode{.horizontal = "\u2500",
                         .vertical = "\u2502",
                         .corner = "\u2514",
                         .y_tick = "\u2524",
                         .x_tick = "\u252c",
                         .marker = "\u250a",
                         .center = "\u2502",
                         .bar = "\u2588",
                         .up = " \u2191",
                         .down = " \u2193"};

constexpr Glyphs ascii{.horizontal = "-",
                       .vertical = "|",
                       .corner = "+",
                       .y_tick = "+",
                       .x_tick = "+",
                       .marker = ":",
                       .center = "|",
                       .bar = "=",
                       .up = " ^",
                       .down = " v"};

constexpr std::string_view marks = "*o+x#@%&abcdefghijklmnpqrstuvwyz";
constexpr std::array<std::string_view, 6> shades{"\u2588", "\u2591", "\u2592", "\u00b7", "\u2593", "\u254d"};
constexpr std::array<std::string_view, 5> steps{"\u00b7", "\u2591", "\u2592", "\u2593", "\u2588"};
constexpr std::array<std::string_view, 5> ascii_steps{".", "-", "+", "#", "@"};
constexpr std::string_view other_fills = "=+ox#@%&*~0123456789";

char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }

}  // namespace

const Glyphs& glyphs_of(const Style& style) { return style.ascii ? ascii : unicode; }

std::string mark_of(std::size_t index) { return {marks[index % marks.size()]}; }

std::string key_of(std::size_t index, const Style& style) {
  if (style.ascii) return mark_of(index);
  const std::size_t repeats = 1 + index / 26;
  return std::string().append(repeats, static_cast<char>('A' + index % 26));
}

std::vector<std::string> fills_of(const Map& map, const Style& style) {
  const std::vector<std::string>& legend = map.legend;
  std::vector<std::string> fills;
  if (map.is_scale && legend.size() <= steps.size()) {
    const auto& ramp = style.ascii ? ascii_steps : steps;
    return {ramp.begin(), ramp.begin() + std::ssize(legend)};
  }
  if (!style.ascii && legend.size() <= shades.size()) return {shades.begin(), shades.begin() + std::ssize(legend)};
  std::string used;
  for (const std::string& name : legend) {
    std::string candidates;
    std::copy_if(name.begin(), name.end(), std::back_inserter(candidates), text::is_letter);
    std::transform(candidates.begin(), candidates.end(), candidates.begin(), upper);
    candidates += other_fills;
    const std::size_t free = std::min(candidates.find_first_not_of(used), candidates.size() - 1);
    used += candidates[free];
    fills.emplace_back(1, candidates[free]);
  }
  return fills;
}

}  // namespace breakeven::report
