// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/picture.hpp"
#include "report/picture/canvas.hpp"
#include "report/picture/glyphs.hpp"
#include "report/picture/raster.hpp"
#include "report/picture/scale.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The fewest columns that lines need.
inline constexpr int narrowest_frame = 12;

/// Where the frame begins on the canvas, right of the y axis, and the glyphs it is drawn with.
struct Frame {
  int top = 0;
  int left = 0;
  const Glyphs& glyphs;
};

/// Ticks in rows of the frame; their labels leave room for it.
std::vector<Tick> y_ticks(const Axis& axis, const Scale& scale, int width, int rows, const Style& style);

/// Ticks in columns of the frame, which begins at `left` of a canvas of `width` columns; their labels do not touch.
std::vector<Tick> x_ticks(const Axis& axis, const Scale& scale, const Raster& raster, int left, int width,
                          const Style& style);

void put_y_axis(Canvas& canvas, const Frame& frame, const std::vector<Tick>& ticks, int rows);
void put_x_axis(Canvas& canvas, const Frame& frame, const std::vector<Tick>& ticks, int rows, int columns);

}  // namespace breakeven::report
