// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "text/numbers.hpp"

namespace breakeven::report {

struct Style;

enum class AxisScale { linear, logarithmic };

/// What one direction of a chart measures. A logarithmic axis cannot show 0 or less: such points are gaps.
struct Axis {
  std::string title{};
  AxisScale scale = AxisScale::linear;
  std::string (*tick)(double) = text::plain;  // how a tick is written
  std::optional<double> from{};               // the ends of the axis; if absent, the points set them
  std::optional<double> to{};
};

/// A y of NaN is a gap.
struct Point {
  double x = 0;
  double y = 0;
};

/// Points joined by straight lines: a staircase gives both ends of every riser. Lines are cut at the frame.
struct Series {
  std::string name{};
  std::vector<Point> points{};
};

/// A vertical line, such as a break-even.
struct Marker {
  double x = 0;
  std::string label{};
};

/// Lines over two axes, about 20 rows high.
struct Chart {
  std::string title{};
  Axis x{};
  Axis y{};
  std::vector<Series> series{};
  std::vector<Marker> markers{};
  std::string caption{};
};

/// One of a few answers for each pair of x and y, the first y at the bottom. If there are more columns or rows than
/// fit, every n-th is shown, and a line says so.
struct Map {
  std::string title{};
  std::string x_title{};
  std::string y_title{};
  std::vector<std::string> x_labels{};
  std::vector<std::string> y_labels{};
  std::vector<std::vector<std::size_t>> cells{};  // [y][x], index into legend; beyond it, the cell is empty
  std::vector<std::string> legend{};
  std::string caption{};
  bool is_scale = false;  // whether the legend goes from little to much, in at most five steps
};

/// The range over which one input moves a result.
struct Bar {
  std::string name{};
  double low = 0;
  double high = 0;
  std::string low_label{};
  std::string high_label{};
};

/// A tornado: bars around the result at the inputs' own values, in the given order.
struct Bars {
  std::string title{};
  double center = 0;
  std::string center_label{};
  std::vector<Bar> bars{};
  std::string caption{};
};

/// Its members are defined elsewhere, like those of Block.
struct Picture {
  Picture(Chart chart);
  Picture(Map map);
  Picture(Bars bars);
  Picture(const Picture& other);
  Picture(Picture&& other) noexcept;
  Picture& operator=(const Picture& other);
  Picture& operator=(Picture&& other) noexcept;
  ~Picture();

  std::variant<Chart, Map, Bars> content;
};

/// The picture in at most `style.width` columns (40 or more), ending with a newline: in braille, or in ASCII only.
/// Captions and other long texts are wrapped, and no number is cut.
std::string draw(const Picture& picture, const Style& style);

}  // namespace breakeven::report
