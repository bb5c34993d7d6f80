// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "report/picture/axes.hpp"
#include "report/picture/drawings.hpp"
#include "report/picture/end_labels.hpp"
#include "report/picture/glyphs.hpp"
#include "report/picture/markers.hpp"
#include "report/picture/raster.hpp"
#include "report/picture/scale.hpp"

namespace breakeven::report {
namespace {

int rows_at(int width) { return std::clamp(8 + width * 3 / 20, 12, 26); }

struct Scales {
  Scale x;
  Scale y;
};

std::optional<Scales> scales_of(const Chart& chart) {
  std::vector<double> xs;
  std::vector<double> ys;
  for (const Series& series : chart.series)
    for (const Point& point : series.points)
      if (!std::isnan(point.y) && (chart.y.scale == AxisScale::linear || point.y > 0)) xs.push_back(point.x);
  const auto x = scale_of(chart.x, xs, Reach::to_the_values);
  if (!x) return std::nullopt;
  for (const Series& series : chart.series)
    for (const Point& point : series.points)
      if (const auto place = x->place(point.x); place && *place >= 0 && *place <= 1) ys.push_back(point.y);
  const auto y = scale_of(chart.y, ys, Reach::to_round_numbers);
  if (!y) return std::nullopt;
  return Scales{*x, *y};
}

std::vector<std::optional<Spot>> spots_of(const Series& series, const Scales& scales) {
  std::vector<std::optional<Spot>> spots;
  for (const Point& point : series.points) {
    const auto x = scales.x.place(point.x);
    const auto y = scales.y.place(point.y);
    spots.push_back(x && y ? std::optional(Spot{*x, *y}) : std::nullopt);
  }
  return spots;
}

// Draws a series as a line, and returns where it ends.
LineEnd trace(const Series& series, std::size_t index, const Scales& scales, Raster& raster) {
  LineEnd end;
  const auto spots = spots_of(series, scales);
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (!spots[i]) continue;
    const bool joined = i > 0 && spots[i - 1];
    const bool alone = !joined && (i + 1 == spots.size() || !spots[i + 1]);
    if (const auto stroke = clipped({joined ? *spots[i - 1] : *spots[i], *spots[i]})) {
      alone ? raster.fill(stroke->to, index) : raster.draw(*stroke, index);
      end.row = raster.row_of(stroke->to.y);
    }
    end.leaves = spots[i]->y > 1   ? LineEnd::Leaves::above
                 : spots[i]->y < 0 ? LineEnd::Leaves::below
                                   : LineEnd::Leaves::no;
  }
  return end;
}

void put_lines(Canvas& canvas, const Frame& frame, const Raster& raster, const Style& style) {
  for (int row = 0; row < raster.rows(); ++row)
    for (int column = 0; column < raster.columns(); ++column) {
      const Raster::Cell& cell = raster.cell(row, column);
      if (cell.series.empty()) continue;
      // Lines that share cells take turns, the last line first.
      const std::size_t turn = static_cast<std::size_t>(row + column) % cell.series.size();
      const std::size_t series = cell.series[cell.series.size() - 1 - turn];
      const std::string glyph = style.ascii ? mark_of(series) : braille(cell.dots);
      canvas.put(frame.top + row, frame.left + column, glyph, ink_of(series));
    }
}

void put_heads(Canvas& canvas, const Frame& frame, const Heads& heads, int rows) {
  for (const Stem& stem : heads.stems)
    for (int row = -stem.height; row < rows; ++row)
      canvas.put(frame.top + row, frame.left + stem.column, frame.glyphs.marker);
  for (const HeadLabel& label : heads.labels)
    canvas.put(frame.top - 1 - label.row, frame.left + label.column, label.text);
}

void put_x_title(Canvas& canvas, const Frame& frame, const std::string& title, int columns) {
  if (title.empty()) return;
  const int size = columns_of(title);
  if (size > canvas.width()) return canvas.append(title);
  const int centered = frame.left + (columns - size) / 2;
  canvas.put(canvas.height(), std::clamp(centered, 0, canvas.width() - size), title);
}

}  // namespace

void draw_onto(Canvas& canvas, const Chart& chart, const Style& style) {
  const int width = canvas.width();
  const int rows = rows_at(width);
  const auto scales = scales_of(chart);
  if (!scales) {
    canvas.append("There is nothing to draw.");
    for (const Series& series : chart.series) canvas.append(series.name);
    return;
  }
  const std::vector<Tick> rises = y_ticks(chart.y, scales->y, width, rows, style);
  int left = 1;
  for (const Tick& tick : rises) left = std::max(left, columns_of(tick.label) + 2);
  const int room = width - left - narrowest_frame;
  const bool named = names_fit(chart.series, std::min(width / 3, room), rows, style);
  const int right = end_label_width(chart.series, named, style);

  Raster raster(width - left - right, rows, !style.ascii);
  std::vector<LineEnd> ends;
  for (std::size_t i = 0; i < chart.series.size(); ++i) ends.push_back(trace(chart.series[i], i, *scales, raster));
  const Heads heads = place_markers(chart.markers, scales->x, raster, -left, width - left);

  if (!chart.y.title.empty()) canvas.append(chart.y.title);
  const Frame frame{.top = canvas.height() + heads.height, .left = left, .glyphs = glyphs_of(style)};
  put_heads(canvas, frame, heads, rows);
  put_lines(canvas, frame, raster, style);
  put_y_axis(canvas, frame, rises, rows);
  put_x_axis(canvas, frame, x_ticks(chart.x, scales->x, raster, left, width, style), rows, raster.columns());
  put_end_labels(canvas, frame.top, width - right, rows, chart.series, ends, named, style);
  put_x_title(canvas, frame, chart.x.title, raster.columns());
  for (const std::string& line : heads.legend) canvas.append(line, {}, 3);
  put_legend(canvas, chart.series, ends, named, style);
}

}  // namespace breakeven::report
