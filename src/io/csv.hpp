// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace breakeven::io {

/// Some programs write it before UTF-8 text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// An unquoted field of a row, and the offset in the text at which it begins.
struct CsvField {
  std::string text{};
  std::size_t offset = 0;
};

/// Reads rows of RFC 4180, with LF or CRLF; skips a byte-order mark and empty lines. Own code, because no library in
/// Debian reports the position of a field, which diagnostics need.
class CsvReader {
 public:
  /// `text` must outlive the reader.
  explicit CsvReader(std::string_view text, char delimiter = ',');

  /// Reads the next row; false at the end.
  bool next(std::vector<CsvField>& row);
  /// Where the last row began.
  std::size_t offset() const { return row_; }
  /// Whether the last row ended within quotes, or continued after them.
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
