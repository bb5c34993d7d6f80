// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "report/formats.hpp"
#include "text/wrap.hpp"

namespace breakeven::report {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view reset = "\x1b[0m";
constexpr std::size_t indent = 2;

std::vector<std::size_t> widths_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) widths.push_back(text::display_width(column.title));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::display_width(row[i]));
  return widths;
}

std::string padded(const std::string& cell, std::size_t width, Align align) {
  const std::string space(width - text::display_width(cell), ' ');
  return align == Align::left ? cell + space : space + cell;
}

class TableRenderer {
 public:
  explicit TableRenderer(const Style& style) : style_(style) {}

  std::string operator()(const Table& table) const {
    const auto widths = widths_of(table);
    std::vector<std::string> titles;
    for (const Column& column : table.columns) titles.push_back(column.title);
    std::string text = line(table, titles, widths);
    if (style_.color) text.insert(0, bold).insert(text.size() - 1, reset);
    for (const auto& row : table.rows) text += line(table, row, widths);
    return text;
  }

  std::string operator()(const Paragraph& paragraph) const {
    std::string text;
    for (const std::string& sentence : paragraph.lines)
      for (const std::string& part : text::wrapped(sentence, style_.width - indent))
        text += std::string(indent, ' ') + part + "\n";
    return text;
  }

  std::string operator()(const Verbatim& verbatim) const {
    std::string text;
    for (const std::string& part : verbatim.lines) text += (part.empty() ? "" : std::string(indent, ' ') + part) + "\n";
    return text;
  }

  std::string operator()(const Literal& literal) const { return literal.text + "\n"; }

  std::string operator()(const LateBlocks& late) const { return blocks_text(late.make(), *this, style_.ascii); }

  std::string operator()(const Headline& headline) const {
    std::string text;
    for (const std::string& part : text::wrapped(headline.text, style_.width)) text += part + "\n";
    if (style_.color) text.insert(0, bold).insert(text.size() - 1, reset);
    return text;
  }

 private:
  static std::string line(const Table& table, const std::vector<std::string>& cells,
                          const std::vector<std::size_t>& widths) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += std::string(indent, ' ') + padded(cells[i], widths[i], table.columns[i].align);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }

  const Style& style_;
};

}  // namespace

void write_table(const Report& report, const Style& style, const Sink& sink) {
  const TableRenderer renderer(style);
  bool first = true;
  for (const Block& block : report.blocks) {
    if (!std::exchange(first, false)) sink("\n");
    // Not copied, because it can be as large as a whole catalog.
    const auto* literal = std::get_if<Literal>(&block.content);
    if (literal && !style.ascii) {
      sink(literal->text);
      sink("\n");
    } else {
      sink(blocks_text({block}, renderer, style.ascii));
    }
  }
}

}  // namespace breakeven::report
