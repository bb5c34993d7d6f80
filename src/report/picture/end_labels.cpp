// SPDX-License-Identifier: MIT
#include "report/picture/end_labels.hpp"

#include <algorithm>

#include "report/picture/glyphs.hpp"
#include "report/picture/spread.hpp"

namespace breakeven::report {
namespace {

constexpr int arrow_width = 2;

std::string label_of(const std::vector<Series>& series, std::size_t index, bool named, const Style& style) {
  if (!named) return key_of(index, style);
  return (style.ascii ? mark_of(index) + " " : "") + series[index].name;
}

int widest_label(const std::vector<Series>& series, bool named, const Style& style) {
  int widest = 0;
  for (std::size_t i = 0; i < series.size(); ++i)
    widest = std::max(widest, columns_of(label_of(series, i, named, style)));
  return widest;
}

std::string_view arrow(LineEnd::Leaves leaves, const Style& style) {
  if (leaves == LineEnd::Leaves::no) return "";
  return leaves == LineEnd::Leaves::above ? glyphs_of(style).up : glyphs_of(style).down;
}

// Why a line is not visible.
std::string_view reason(LineEnd::Leaves leaves) {
  if (leaves == LineEnd::Leaves::no) return " (nothing in the frame)";
  return leaves == LineEnd::Leaves::above ? " (above the frame)" : " (below the frame)";
}

}  // namespace

bool names_fit(const std::vector<Series>& series, int width, int rows, const Style& style) {
  return std::ssize(series) <= rows && end_label_width(series, true, style) <= width;
}

int end_label_width(const std::vector<Series>& series, bool named, const Style& style) {
  return series.empty() ? 0 : 1 + widest_label(series, named, style) + arrow_width;
}

void put_end_labels(Canvas& canvas, int top, int column, int rows, const std::vector<Series>& series,
                    const std::vector<LineEnd>& ends, bool named, const Style& style) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < series.size() && std::ssize(order) < rows; ++i)
    if (ends[i].row) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ends[a].row < ends[b].row; });
  std::vector<int> wanted;
  for (const std::size_t index : order) wanted.push_back(*ends[index].row);
  const std::vector<int> found = spread(wanted, rows);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t index = order[i];
    const std::string text = label_of(series, index, named, style).append(arrow(ends[index].leaves, style));
    canvas.put(top + found[i], column + 1, text, ink_of(index));
  }
}

void put_legend(Canvas& canvas, const std::vector<Series>& series, const std::vector<LineEnd>& ends, bool named,
                const Style& style) {
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (named && ends[i].row) continue;
    const std::string key = named ? "" : key_of(i, style) + "  ";
    const std::string_view note = ends[i].row ? "" : reason(ends[i].leaves);
    canvas.append((key + series[i].name).append(note), ink_of(i), columns_of(key));
  }
}

}  // namespace breakeven::report
