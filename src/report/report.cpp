// SPDX-License-Identifier: MIT
#include "report/report.hpp"

namespace breakeven::report {

Block::Block(Table table) : content(std::move(table)) {}
Block::Block(Paragraph paragraph) : content(std::move(paragraph)) {}
Block::Block(Verbatim verbatim) : content(std::move(verbatim)) {}
Block::Block(Literal literal) : content(std::move(literal)) {}
Block::Block(Headline headline) : content(std::move(headline)) {}
Block::Block(LateBlocks late) : content(std::move(late)) {}
Block::Block(const Block& other) = default;
Block::Block(Block&& other) noexcept = default;
Block& Block::operator=(const Block& other) = default;
Block& Block::operator=(Block&& other) noexcept = default;
Block::~Block() = default;

Picture::Picture(Chart chart) : content(std::move(chart)) {}
Picture::Picture(Map map) : content(std::move(map)) {}
Picture::Picture(Bars bars) : content(std::move(bars)) {}
Picture::Picture(const Picture& other) = default;
Picture::Picture(Picture&& other) noexcept = default;
Picture& Picture::operator=(const Picture& other) = default;
Picture& Picture::operator=(Picture&& other) noexcept = default;
Picture::~Picture() = default;

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

}  // namespace breakeven::report
