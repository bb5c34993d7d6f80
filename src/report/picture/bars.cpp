// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "report/picture/drawings.hpp"
#include "report/picture/glyphs.hpp"
#include "report/picture/scale.hpp"

namespace breakeven::report {
namespace {

constexpr int narrowest_bar_field = 8;

Bar with_smaller_first(Bar bar) {
  if (!(bar.high < bar.low)) return bar;
  std::swap(bar.low, bar.high);
  std::swap(bar.low_label, bar.high_label);
  return bar;
}

// The layout of bars: labels of low ends before the field, of high ends after it. Names, or names and labels, go above
// the bars if there is no room beside them.
struct Layout {
  int name_width = 0;
  int field = 0;
  int columns = 0;
  bool names_above = false;
  bool labels_above = false;
};

Layout layout_of(const std::vector<Bar>& bars, int width) {
  int names = 0;
  int low = 0;
  int high = 0;
  for (const Bar& bar : bars) {
    names = std::max(names, columns_of(bar.name));
    low = std::max(low, columns_of(bar.low_label));
    high = std::max(high, columns_of(bar.high_label));
  }
  Layout layout{.name_width = names + 2};
  const auto rest = [&](int before) { return width - before - low - high - 2; };
  layout.names_above = rest(layout.name_width) < std::max(narrowest_bar_field, width / 4);
  if (layout.names_above) layout.name_width = 2;
  layout.field = layout.name_width + low + 1;
  layout.columns = rest(layout.name_width);
  layout.labels_above = layout.columns < narrowest_bar_field;
  if (layout.labels_above) layout.field = layout.name_width, layout.columns = width - layout.field;
  return layout;
}

std::optional<Scale> scale_of(const Bars& bars) {
  std::vector<double> values{bars.center};
  for (const Bar& bar : bars.bars) values.insert(values.end(), {bar.low, bar.high});
  return scale_of({}, values, Reach::to_the_values);
}

int column_of(const Scale& scale, double value, const Layout& layout) {
  const double place = std::clamp(scale.place(value).value_or(0), 0.0, 1.0);
  return layout.field + static_cast<int>(std::lround(place * (layout.columns - 1)));
}

void append_bar(Canvas& canvas, const Bar& bar, int center, const Layout& layout, const std::optional<Scale>& scale,
                const Glyphs& glyphs) {
  const bool answered = scale && !std::isnan(bar.low) && !std::isnan(bar.high);
  const std::string both = bar.low_label + (bar.high_label.empty() ? "" : "  ") + bar.high_label;
  if (layout.names_above) canvas.append(layout.labels_above ? bar.name + "  " + both : bar.name, {}, 2);
  const int row = canvas.height();
  canvas.put(row, center, glyphs.center);
  if (!layout.names_above) canvas.put(row, 0, bar.name);
  if (!answered) return layout.labels_above ? void() : canvas.put(row, layout.name_width, both);
  const int from = column_of(*scale, bar.low, layout);
  const int to = column_of(*scale, bar.high, layout);
  for (int column = from; column <= to; ++column)
    if (column != center || from == to) canvas.put(row, column, glyphs.bar, ink_of(0));
  if (layout.labels_above) return;
  canvas.put(row, from - 1 - columns_of(bar.low_label), bar.low_label);
  canvas.put(row, to + 2, bar.high_label);
}

}  // namespace

void draw_onto(Canvas& canvas, const Bars& bars, const Style& style) {
  std::vector<Bar> ordered;
  for (const Bar& bar : bars.bars) ordered.push_back(with_smaller_first(bar));
  const Layout layout = layout_of(ordered, canvas.width());
  const auto scale = scale_of(bars);
  const Glyphs& glyphs = glyphs_of(style);
  const int center = scale && !std::isnan(bars.center) ? column_of(*scale, bars.center, layout) : layout.field;
  const int size = columns_of(bars.center_label);
  if (size > canvas.width())
    canvas.append(bars.center_label);
  else
    canvas.put(canvas.height(), std::clamp(center - size / 2, 0, canvas.width() - size), bars.center_label);
  const int top = canvas.height();
  canvas.put(top, center, glyphs.center);
  for (const Bar& bar : ordered) append_bar(canvas, bar, center, layout, scale, glyphs);
  canvas.put(canvas.height(), center, glyphs.center);
}

}  // namespace breakeven::report
