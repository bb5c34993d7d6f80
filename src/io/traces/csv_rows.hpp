// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/traces/bytes/record_blocks.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// The first row of a table.
struct CsvHeader {
  std::vector<std::string> columns{};
  char delimiter = ',';
  std::size_t size = 0;   // bytes up to the next row
  std::size_t lines = 0;  // lines it spans
};

/// Absent, with a diagnostic, if it has more columns than any table of requests.
std::optional<CsvHeader> read_csv_header(std::string_view text, const std::string& file, Diagnostics& problems);

/// Reads the rows of blocks of a table. Rows without quotes are split in place, at about one byte per cycle: a library
/// that creates all fields takes several times as long.
class CsvRows {
 public:
  CsvRows(const TraceColumns& columns, const CsvHeader& header);

  /// Reads the rows of `block` from offset `from`, which is in its line `line`; returns the number of lines of the
  /// block.
  std::size_t read(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const;

 private:
  struct Wanted {
    std::size_t column;
    Role role;
  };

  std::size_t read_plain(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const;
  std::size_t read_quoted(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const;
  std::string other_count(std::size_t columns) const;

  char delimiter_;
  std::size_t column_count_;
  std::vector<Wanted> wanted_{};  // by column number
};

}  // namespace breakeven::io
