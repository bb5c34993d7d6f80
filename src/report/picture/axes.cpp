// SPDX-License-Identifier: MIT
#include "report/picture/axes.hpp"

#include <algorithm>

#include "report/ascii.hpp"

namespace breakeven::report {
namespace {

// The column of the canvas at which a tick's label begins.
int start_under(const Tick& tick, int left, int width) {
  const int size = columns_of(tick.label);
  return std::clamp(left + tick.at - size / 2, 0, std::max(0, width - size));
}

auto writer(const Axis& axis, const Style& style) {
  return [&](double value) { return style.ascii ? in_ascii(axis.tick(value)) : axis.tick(value); };
}

}  // namespace

std::vector<Tick> y_ticks(const Axis& axis, const Scale& scale, int width, int rows, const Style& style) {
  const int apart = axis.scale == AxisScale::linear ? std::max(2, rows / 6) : 2;
  const auto fits = [&](const std::vector<Tick>& ticks) {
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      if (columns_of(ticks[i].label) > width - narrowest_frame - 2) return false;
      if (i > 0 && ticks[i - 1].at - ticks[i].at < apart) return false;
    }
    return true;
  };
  const Raster column(1, rows, !style.ascii);
  const auto row_of = [&](double place) { return column.row_of(place); };
  return choose_ticks(scale, writer(axis, style), row_of, fits);
}

std::vector<Tick> x_ticks(const Axis& axis, const Scale& scale, const Raster& raster, int left, int width,
                          const Style& style) {
  constexpr int gap = 2;
  const auto fits = [&](const std::vector<Tick>& ticks) {
    int end = -gap;
    for (const Tick& tick : ticks) {
      const int start = start_under(tick, left, width);
      if (start < end + gap || columns_of(tick.label) > width) return false;
      end = start + columns_of(tick.label);
    }
    return true;
  };
  const auto column_of = [&](double place) { return raster.column_of(place); };
  return choose_ticks(scale, writer(axis, style), column_of, fits);
}

void put_y_axis(Canvas& canvas, const Frame& frame, const std::vector<Tick>& ticks, int rows) {
  for (int row = 0; row < rows; ++row) canvas.put(frame.top + row, frame.left - 1, frame.glyphs.vertical);
  for (const Tick& tick : ticks) {
    canvas.put(frame.top + tick.at, frame.left - 1, frame.glyphs.y_tick);
    canvas.put(frame.top + tick.at, frame.left - 2 - columns_of(tick.label), tick.label);
  }
}

void put_x_axis(Canvas& canvas, const Frame& frame, const std::vector<Tick>& ticks, int rows, int columns) {
  const int row = frame.top + rows;
  canvas.put(row, frame.left - 1, frame.glyphs.corner);
  for (int column = 0; column < columns; ++column) canvas.put(row, frame.left + column, frame.glyphs.horizontal);
  for (const Tick& tick : ticks) {
    canvas.put(row, frame.left + tick.at, frame.glyphs.x_tick);
    canvas.put(row + 1, start_under(tick, frame.left, canvas.width()), tick.label);
  }
}

}  // namespace breakeven::report
