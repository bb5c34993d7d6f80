// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace breakeven::report {

/// How a glyph looks if colours are on; `hue` cycles through a few of the 16 colours, 0 is the terminal's own.
struct Ink {
  int hue = 0;
  bool bold = false;
  bool operator==(const Ink&) const = default;
};

/// The ink of the index-th of several lines, bars or areas.
Ink ink_of(std::size_t index);

/// A page of glyphs, one per column, that grows downwards and is cut at its right edge.
class Canvas {
 public:
  explicit Canvas(int width) : width_(width) {}

  int width() const { return width_; }
  int height() const { return static_cast<int>(rows_.size()); }

  /// Writes UTF-8 text; anything outside the page is left out.
  void put(int row, int column, std::string_view text, Ink ink = {});
  /// Folds the text into rows below the last one; all but the first are indented by `hang`.
  void append(std::string_view text, Ink ink = {}, int hang = 0);
  void append_empty_row() { rows_.emplace_back(); }

  /// The lines, without trailing spaces.
  std::string text(bool color) const;

 private:
  struct Cell {
    std::string glyph = " ";
    Ink ink{};
  };

  int width_;
  std::vector<std::vector<Cell>> rows_;
};

int columns_of(std::string_view text);

}  // namespace breakeven::report
