// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "io/traces/bytes/source.hpp"

namespace breakeven::io {

/// Whole records of a file, about 256 KiB of them: they stay in a processor's cache while they are read.
struct RecordBlock {
  /// Bytes after the text that may be read and mean nothing.
  static constexpr std::size_t padding = 64;

  std::string_view text() const { return {buffer.data(), size}; }

  std::vector<char> buffer{};  // the first `size` bytes are text that ends in a newline
  std::size_t size = 0;
  std::size_t number = 0;  // of the block in the file, from 0
  bool has_quotes = false;
};

/// Cuts a file into blocks of whole records, which several threads take in turn: lines of JSON, or rows of CSV, where a
/// newline within quotes belongs to a field.
class RecordBlocks {
 public:
  static constexpr std::size_t longest_record = std::size_t{64} << 20U;

  explicit RecordBlocks(ByteSource source);

  /// Fills `block` with the next records; false at the end, and if something is wrong.
  bool next(RecordBlock& block);

  /// Whether the file begins as JSON does; known once the first block was taken.
  bool is_json() const { return is_json_; }
  /// Why the file could not be read to its end; empty if it was.
  const std::string& failure() const { return failure_; }
  const ByteSource& source() const { return source_; }

 private:
  std::size_t cut(std::string_view text, bool& has_quotes) const;

  ByteSource source_;
  bool is_json_ = false;
  std::mutex mutex_;
  std::string rest_;  // the beginning of a record whose end has not been read
  std::size_t count_ = 0;
  bool ended_ = false;
  std::string failure_;
};

}  // namespace breakeven::io
