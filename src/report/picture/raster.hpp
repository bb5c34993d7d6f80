// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace breakeven::report {

/// A place in the frame: (0, 0) is the bottom left, (1, 1) the top right.
struct Spot {
  double x = 0;
  double y = 0;
};

struct Stroke {
  Spot from{};
  Spot to{};
};

/// The part of a line inside the frame.
std::optional<Stroke> clipped(const Stroke& stroke);

/// Lines as dots: 2 by 4 in a cell for braille, or one.
class Raster {
 public:
  Raster(int columns, int rows, bool braille);

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  /// The cell of a place on an axis; rows count from the top.
  int column_of(double x) const;
  int row_of(double y) const;

  void draw(const Stroke& stroke, std::size_t series);
  /// Fills a whole cell, for a point without lines to other points.
  void fill(const Spot& spot, std::size_t series);

  struct Cell {
    unsigned dots = 0;                  // as the bits of a braille character
    std::vector<std::size_t> series{};  // that pass through, in the order drawn
  };
  const Cell& cell(int row, int column) const;

 private:
  std::size_t index(int row, int column) const;
  void dot(int across, int down, std::size_t series);

  int columns_;
  int rows_;
  int across_;  // dots of a cell
  int down_;
  std::vector<Cell> cells_;
};

std::string braille(unsigned dots);

}  // namespace breakeven::report
