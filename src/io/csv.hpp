// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace breakeven::io {

/// Which some programs write before a text in UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A field of a row, its quotes taken off, and the offset in the text at which it begins.
struct CsvField {
  std::string text{};
  std::size_t offset = 0;
};

/// Reads rows of RFC 4180, with LF or CRLF; a byte-order mark and lines without content are skipped. No library of
/// Debian's gives the place of a field, without which a diagnostic has none.
class CsvReader {
 public:
  /// `text` must outlive the reader.
  explicit CsvReader(std::string_view text, char delimiter = ',');

  /// Reads the next row; false at the end.
  bool next(std::vector<CsvField>& row);
  /// Where the row that was read began.
  std::size_t offset() const { return row_; }
  /// Whether that row ended within quotes, or went on after them.
  bool is_torn() const { return is_torn_; }

 private:
  void read_quoted(std::string& field);
  void read_bare(std::string& field);
  bool skip_line_end();

  std::string_view text_;
  char delimiter_;
  std::string field_ends_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  bool is_torn_ = false;
};

}  // namespace breakeven::io
