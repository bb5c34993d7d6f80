// SPDX-License-Identifier: MIT
#include "io/traces/bytes/record_blocks.hpp"

#include <algorithm>
#include <cstring>

namespace breakeven::io {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18U;

bool looks_like_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

// Where the last whole row ends. A quote opens a field only at its start, and a doubled quote within is one quote.
std::size_t end_of_rows(std::string_view text) {
  std::size_t end = 0;
  bool begins_field = true;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') continue;
      if (i + 1 < text.size() && text[i + 1] == '"')
        ++i;
      else
        quoted = false;
      continue;
    }
    if (c == '\n') end = i + 1;
    quoted = c == '"' && begins_field;
    begins_field = c == '\n' || c == ',' || c == ';' || c == '\t';
  }
  return end;
}

}  // namespace

RecordBlocks::RecordBlocks(ByteSource source) : source_(std::move(source)) {}

// Where the last whole record of `text` ends; 0 if none does. `text` starts with a record.
std::size_t RecordBlocks::cut(std::string_view text, bool& has_quotes) const {
  has_quotes = !is_json_ && text.find('"') != std::string_view::npos;
  return has_quotes ? end_of_rows(text) : text.rfind('\n') + 1;
}

bool RecordBlocks::next(RecordBlock& block) {
  const std::lock_guard lock(mutex_);
  if (ended_) return false;
  std::size_t filled = rest_.size();
  block.buffer.resize(std::max(block_size, filled + block_size) + RecordBlock::padding);
  rest_.copy(block.buffer.data(), filled);
  for (;;) {
    const std::size_t room = block.buffer.size() - RecordBlock::padding - filled;
    const std::size_t got = source_.read(block.buffer.data() + filled, room - 1, failure_);
    if (!failure_.empty()) return ended_ = true, false;
    filled += got;
    ended_ = got == 0;
    if (ended_ && filled > 0 && block.buffer[filled - 1] != '\n') block.buffer[filled++] = '\n';
    if (!ended_ && room - 1 - got > block_size / 2) continue;
    if (count_ == 0) is_json_ = looks_like_json({block.buffer.data(), filled});
    block.size = cut({block.buffer.data(), filled}, block.has_quotes);
    // The first block must have a record after the header, to show how times are written.
    const std::size_t first_line = block.text().find('\n') + 1;
    if (ended_) block.size = filled;
    if (ended_ || block.size > (count_ == 0 ? first_line : 0)) break;
    if (filled > longest_record) {
      failure_ = "a record is longer than 64 MiB: a quote may not be closed";
      return ended_ = true, false;
    }
    block.buffer.resize(2 * block.buffer.size());
  }
  rest_.assign(block.buffer.data() + block.size, filled - block.size);
  std::memset(block.buffer.data() + block.size, 0, RecordBlock::padding);
  block.number = count_++;
  return block.size > 0;
}

}  // namespace breakeven::io
