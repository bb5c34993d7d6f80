// SPDX-License-Identifier: MIT
#include "report/picture/canvas.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"
#include "text/wrap.hpp"

namespace breakeven::report {
namespace {

constexpr std::array<std::string_view, 7> hues{"", "36", "33", "35", "32", "31", "34"};

std::string escape(const Ink& ink) {
  std::string codes = "\x1b[0";
  if (ink.bold) codes += ";1";
  if (ink.hue != 0) codes.append(";").append(hues[static_cast<std::size_t>(ink.hue)]);
  return codes + "m";
}

// Lines of at most `width` columns, broken at spaces; a word is broken only if it is longer than a line.
std::vector<std::string> folded(std::string_view text, int width) {
  const auto columns = static_cast<std::size_t>(std::max(1, width));
  std::vector<std::string> lines;
  for (const std::string& line : text::wrapped(text, columns)) {
    std::string_view rest = line;
    do lines.emplace_back(text::take_characters(rest, columns));
    while (!rest.empty());
  }
  return lines;
}

}  // namespace

Ink ink_of(std::size_t index) { return {.hue = 1 + static_cast<int>(index % (hues.size() - 1))}; }

int columns_of(std::string_view text) { return static_cast<int>(text::display_width(text)); }

void Canvas::put(int row, int column, std::string_view text, Ink ink) {
  if (row < 0) return;
  if (row >= height()) rows_.resize(static_cast<std::size_t>(row) + 1);
  std::vector<Cell>& cells = rows_[static_cast<std::size_t>(row)];
  for (; !text.empty() && column < width_; ++column) {
    const std::string_view glyph = text::take_characters(text);
    if (column < 0) continue;
    const auto place = static_cast<std::size_t>(column);
    if (place >= cells.size()) cells.resize(place + 1);
    cells[place] = {.glyph = std::string(glyph), .ink = ink};
  }
}

void Canvas::append(std::string_view text, Ink ink, int hang) {
  const std::vector<std::string> lines = folded(text, width_ - hang);
  for (std::size_t i = 0; i < lines.size(); ++i) put(height(), i == 0 ? 0 : hang, lines[i], ink);
}

std::string Canvas::text(bool color) const {
  std::string text;
  for (std::vector<Cell> cells : rows_) {
    while (!cells.empty() && cells.back().glyph == " ") cells.pop_back();
    Ink ink;
    for (const Cell& cell : cells) {
      if (color && cell.ink != ink && cell.glyph != " ") text += escape(ink = cell.ink);
      text += cell.glyph;
    }
    if (ink != Ink{}) text += escape({});
    text += "\n";
  }
  return text;
}

}  // namespace breakeven::report
