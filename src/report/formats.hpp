// SPDX-License-Identifier: MIT
#pragma once

#include "report/ascii.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The blocks as `renderer` shows them, with an empty line between two.
template <class Renderer>
std::string blocks_text(const std::vector<Block>& blocks, const Renderer& renderer, bool ascii) {
  std::string text;
  for (const Block& block : blocks)
    text += (text.empty() ? "" : "\n") + std::visit(renderer, ascii ? in_ascii(block).content : block.content);
  return text;
}

std::string render_markdown(const Report& report, const Style& style);
std::string render_plot(const Report& report, const Style& style);
std::string render_github(const Report& report, const Style& style);
std::string render_junit(const Report& report, const Style& style);
std::string render_tap(const Report& report, const Style& style);
void write_table(const Report& report, const Style& style, const Sink& sink);
void write_json(const Report& report, const Style& style, const Sink& sink);
void write_json_lines(const Report& report, const Style& style, const Sink& sink);
void write_csv(const Report& report, const Style& style, const Sink& sink);

}  // namespace breakeven::report
