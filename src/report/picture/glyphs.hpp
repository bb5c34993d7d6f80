// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/picture.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The characters of frames, markers and bars.
struct Glyphs {
  std::string_view horizontal;
  std::string_view vertical;
  std::string_view corner;
  std::string_view y_tick;
  std::string_view x_tick;
  std::string_view marker;
  std::string_view center;
  std::string_view bar;
  std::string_view up;
  std::string_view down;
};

const Glyphs& glyphs_of(const Style& style);

/// The ASCII character that the index-th line is drawn with.
std::string mark_of(std::size_t index);

/// The key of the index-th line if its name does not fit: its mark, or a letter.
std::string key_of(std::size_t index, const Style& style);

/// The fills of a map's areas: shades, on a scale darker for more, or letters from the legend's words.
std::vector<std::string> fills_of(const Map& map, const Style& style);

}  // namespace breakeven::report
