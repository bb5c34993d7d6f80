// SPDX-License-Identifier: MIT
#include "report/picture/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace breakeven::report {
namespace {

int nearest_dot(double place, int count) {
  return static_cast<int>(std::lround(std::clamp(place, 0.0, 1.0) * (count - 1)));
}

}  // namespace

// Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
std::optional<Stroke> clipped(const Stroke& stroke) {
  const double dx = stroke.to.x - stroke.from.x;
  const double dy = stroke.to.y - stroke.from.y;
  const std::array<std::pair<double, double>, 4> edges{
      {{-dx, stroke.from.x}, {dx, 1 - stroke.from.x}, {-dy, stroke.from.y}, {dy, 1 - stroke.from.y}}};
  double enters = 0;
  double leaves = 1;
  for (const auto& [direction, distance] : edges) {
    if (direction == 0 && distance < 0) return std::nullopt;
    if (direction < 0) enters = std::max(enters, distance / direction);
    if (direction > 0) leaves = std::min(leaves, distance / direction);
  }
  if (enters > leaves) return std::nullopt;
  const auto at = [&](double part) { return Spot{stroke.from.x + part * dx, stroke.from.y + part * dy}; };
  return Stroke{enters == 0 ? stroke.from : at(enters), leaves == 1 ? stroke.to : at(leaves)};
}

Raster::Raster(int columns, int rows, bool braille)
    : columns_(columns),
      rows_(rows),
      across_(braille ? 2 : 1),
      down_(braille ? 4 : 1),
      cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

int Raster::column_of(double x) const { return nearest_dot(x, columns_ * across_) / across_; }

int Raster::row_of(double y) const { return rows_ - 1 - nearest_dot(y, rows_ * down_) / down_; }

const Raster::Cell& Raster::cell(int row, int column) const {
  return cells_[static_cast<std::size_t>(row * columns_ + column)];
}

void Raster::draw(const Stroke& stroke, std::size_t series) {
  const int last_down = rows_ * down_ - 1;
  const int from_x = nearest_dot(stroke.from.x, columns_ * across_);
  const int from_y = last_down - nearest_dot(stroke.from.y, rows_ * down_);
  const int dx = nearest_dot(stroke.to.x, columns_ * across_) - from_x;
  const int dy = last_down - nearest_dot(stroke.to.y, rows_ * down_) - from_y;
  const int steps = std::max({std::abs(dx), std::abs(dy), 1});
  for (int i = 0; i <= steps; ++i) {
    const auto part = [&](int length) {
      return static_cast<int>(std::lround(static_cast<double>(length) * i / steps));
    };
    dot(from_x + part(dx), from_y + part(dy), series);
  }
}

void Raster::fill(const Spot& spot, std::size_t series) {
  for (int i = 0; i < across_ * down_; ++i)
    dot(column_of(spot.x) * across_ + i % across_, row_of(spot.y) * down_ + i / across_, series);
}

void Raster::dot(int across, int down, std::size_t series) {
  static constexpr unsigned bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  Cell& cell = cells_[static_cast<std::size_t>(down / down_ * columns_ + across / across_)];
  cell.dots |= bits[down % down_][across % across_];
  if (std::find(cell.series.begin(), cell.series.end(), series) == cell.series.end()) cell.series.push_back(series);
}

std::string braille(unsigned dots) {
  return {static_cast<char>(0xe2), static_cast<char>(0xa0 + (dots >> 6U)), static_cast<char>(0x80 + (dots & 0x3fU))};
}

}  // namespace breakeven::report
