// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "io/traces/bytes/source.hpp"

namespace breakeven::io {

/// Whole records of a file, about 256 KiB: they stay in a processor's cache while they are read.
struct RecordBlock {
  /// Readable bytes after the text, without meaning.
  static constexpr std::size_t padding = 64;

  std::string_view text() const { return {buffer.data(), size}; }

  std::vector<char> buffer{};  // the first `size` bytes are text that ends in a newline
  std::size_t size = 0;
  std::size_t number = 0;  // of the block in the file, from 0
  bool has_quotes = false;
};

/// Cuts a file into blocks of whole records for several threads: JSON lines, or CSV rows, in which a quoted newline
/// belongs to its field.
class RecordBlocks {
 public:
  static constexpr std::size_t longest_record = std::size_t{64} << 20U;

  explicit RecordBlocks(ByteSource source);

  /// Fills `block` with the next records; false at the end or on an error.
  bool next(RecordBlock& block);

  /// Whether the file starts like JSON; known once the first block was taken.
  bool is_json() const { return is_json_; }
  /// Why the file could not be read to the end; empty if it was.
  const std::string& failure() const { return failure_; }
  const ByteSource& source() const { return source_; }

 private:
  std::size_t cut(std::string_view text, bool& has_quotes) const;

  ByteSource source_;
  bool is_json_ = false;
  std::mutex mutex_;
  std::string rest_;  // the start of a record that is not complete yet
  std::size_t count_ = 0;
  bool ended_ = false;
  std::string failure_;
};

}  // namespace breakeven::io
