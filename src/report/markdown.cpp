// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/formats.hpp"

namespace breakeven::report {
namespace {

// Ids and names come from files: nothing in them may end a cell or start markup.
std::string markdown_escaped(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (std::string_view("|\\`*_<>[]").find(letter) != std::string_view::npos) result += '\\';
    result += letter;
  }
  return result;
}

std::string line(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + (cell.empty() ? cell : markdown_escaped(cell) + " ") + "|";
  return text + "\n";
}

struct MarkdownRenderer {
  bool ascii = false;

  std::string operator()(const Table& table) const {
    std::vector<std::string> titles;
    std::string rule = "|";
    for (const Column& column : table.columns) {
      titles.push_back(column.title);
      rule += column.align == Align::left ? " --- |" : " ---: |";
    }
    std::string text = line(titles) + rule + "\n";
    for (const auto& row : table.rows) text += line(row);
    return text;
  }
  std::string operator()(const Paragraph& paragraph) const {
    std::string text;
    for (const std::string& sentence : paragraph.lines) text += markdown_escaped(sentence) + "\n";
    return text;
  }
  std::string operator()(const Verbatim& verbatim) const {
    std::string text = "```text\n";
    for (const std::string& part : verbatim.lines) text += part + "\n";
    return text + "```\n";
  }
  std::string operator()(const Literal& literal) const { return "```json\n" + literal.text + "\n```\n"; }
  std::string operator()(const Headline& headline) const { return "**" + markdown_escaped(headline.text) + "**\n"; }
  std::string operator()(const LateBlocks& late) const { return blocks_text(late.make(), *this, ascii); }
};

}  // namespace

// In a comment or a document the answer comes first, if there is one.
std::string render_markdown(const Report& report, const Style& style) {
  std::vector<Block> blocks = report.blocks;
  if (!blocks.empty() && std::holds_alternative<Headline>(blocks.back().content))
    std::rotate(blocks.begin(), blocks.end() - 1, blocks.end());
  return blocks_text(blocks, MarkdownRenderer{style.ascii}, style.ascii);
}

}  // namespace breakeven::report
