// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/picture/drawings.hpp"
#include "report/picture/glyphs.hpp"

namespace breakeven::report {
namespace {

constexpr int most_map_rows = 30;
constexpr int widest_cell = 3;
constexpr int narrowest_map_field = 12;
constexpr int map_gap = 2;

// Every `stride`-th of `count` cells, each `size` columns wide.
struct Spacing {
  int count = 0;
  int stride = 1;
  int size = 1;

  int shown() const { return (count + stride - 1) / stride; }
};

Spacing spaced(int count, int room, int largest) {
  Spacing spacing{.count = count};
  spacing.stride = std::max(1, (count + room - 1) / room);
  spacing.size = std::clamp(room / std::max(1, spacing.shown()), 1, largest);
  return spacing;
}

std::string label_at(const std::vector<std::string>& labels, int index) {
  const auto place = static_cast<std::size_t>(index);
  return place < labels.size() ? labels[place] : "";
}

struct Label {
  int column;
  std::string text;
};

std::vector<Label> labels_under(const std::vector<std::string>& labels, const Spacing& across, int left, int end,
                                int every) {
  std::vector<Label> found;
  for (int i = 0; i < across.shown(); i += every) {
    const std::string text = label_at(labels, i * across.stride);
    const int centered = left + i * across.size + (across.size - columns_of(text)) / 2;
    found.push_back({std::clamp(centered, 0, std::max(0, end - columns_of(text))), text});
  }
  return found;
}

bool fit(const std::vector<Label>& labels, int end) {
  int free = 0;
  for (const Label& label : labels) {
    if (label.column < free || label.column + columns_of(label.text) > end) return false;
    free = label.column + columns_of(label.text) + map_gap;
  }
  return true;
}

// The number of shown columns from one label to the next.
int label_stride(const std::vector<std::string>& labels, const Spacing& across, int left, int end) {
  for (int every = 1; every < across.shown(); ++every)
    if (fit(labels_under(labels, across, left, end, every), end)) return every;
  return std::max(1, across.shown());
}

void put_cells(Canvas& canvas, int top, int left, const Map& map, const Spacing& across, const Spacing& down,
               const std::vector<std::string>& fills) {
  for (int row = 0; row < down.shown(); ++row) {
    const int y = (down.shown() - 1 - row) * down.stride;
    const auto& cells = map.cells[static_cast<std::size_t>(y)];
    for (int column = 0; column < across.shown() * across.size; ++column) {
      const int x = column / across.size * across.stride;
      if (x >= std::ssize(cells)) continue;
      const std::size_t answer = cells[static_cast<std::size_t>(x)];
      if (answer < fills.size()) canvas.put(top + row, left + column, fills[answer], ink_of(answer));
    }
  }
}

void put_y_axis(Canvas& canvas, int top, int left, const Map& map, const Spacing& down, const Glyphs& glyphs) {
  const int every = down.shown() > 12 ? 2 : 1;
  for (int i = 0; i < down.shown(); ++i) {
    const int row = top + down.shown() - 1 - i;
    const bool ticked = i % every == 0;
    canvas.put(row, left - 1, ticked ? glyphs.y_tick : glyphs.vertical);
    if (!ticked) continue;
    const std::string label = label_at(map.y_labels, i * down.stride);
    if (columns_of(label) <= left - 2) canvas.put(row, left - 2 - columns_of(label), label);
  }
}

void put_x_axis(Canvas& canvas, int row, int left, const Map& map, const Spacing& across, const Glyphs& glyphs) {
  const int columns = across.shown() * across.size;
  const int every = label_stride(map.x_labels, across, left, canvas.width());
  canvas.put(row, left - 1, glyphs.corner);
  for (int column = 0; column < columns; ++column) canvas.put(row, left + column, glyphs.horizontal);
  for (int i = 0; i < across.shown(); i += every)
    canvas.put(row, left + i * across.size + (across.size - 1) / 2, glyphs.x_tick);
  for (const Label& label : labels_under(map.x_labels, across, left, canvas.width(), every))
    canvas.put(row + 1, label.column, label.text);
  const int centered = left + (columns - columns_of(map.x_title)) / 2;
  if (columns_of(map.x_title) > canvas.width()) return canvas.append(map.x_title);
  canvas.put(row + 2, std::clamp(centered, 0, canvas.width() - columns_of(map.x_title)), map.x_title);
}

void append_legend(Canvas& canvas, const Map& map, const std::vector<std::string>& fills) {
  int row = canvas.height();
  int column = 0;
  for (std::size_t i = 0; i < map.legend.size(); ++i) {
    const int size = 2 + columns_of(map.legend[i]);
    if (size > canvas.width()) {
      canvas.append(fills[i] + " " + map.legend[i], ink_of(i), 2);
      row = canvas.height();
      column = 0;
      continue;
    }
    if (column > 0 && column + size > canvas.width()) ++row, column = 0;
    canvas.put(row, column, fills[i] + " " + map.legend[i], ink_of(i));
    column += size + 3;
  }
}

std::string left_out(const Spacing& spacing, const std::string& what) {
  return "One " + what + " in " + std::to_string(spacing.stride) + " is shown.";
}

}  // namespace

void draw_onto(Canvas& canvas, const Map& map, const Style& style) {
  int left = 1;
  for (const std::string& label : map.y_labels) left = std::max(left, columns_of(label) + 2);
  left = std::min(left, canvas.width() - narrowest_map_field);
  std::size_t columns = map.x_labels.size();
  for (const auto& row : map.cells) columns = std::max(columns, row.size());
  const Spacing across = spaced(static_cast<int>(columns), canvas.width() - left, widest_cell);
  const Spacing down = spaced(static_cast<int>(map.cells.size()), most_map_rows, 1);
  const std::vector<std::string> fills = fills_of(map, style);

  if (!map.y_title.empty()) canvas.append(map.y_title);
  const int top = canvas.height();
  put_cells(canvas, top, left, map, across, down, fills);
  put_y_axis(canvas, top, left, map, down, glyphs_of(style));
  put_x_axis(canvas, top + down.shown(), left, map, across, glyphs_of(style));
  append_legend(canvas, map, fills);
  if (across.stride > 1) canvas.append(left_out(across, "column"));
  if (down.stride > 1) canvas.append(left_out(down, "row"));
}

}  // namespace breakeven::report
