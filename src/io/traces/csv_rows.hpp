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
  std::size_t lines = 0;  // that it takes
};

/// Absent, and a diagnostic, if it has more columns than any table of requests.
std::optional<CsvHeader> read_csv_header(std::string_view text, const std::string& file, Diagnostics& problems);

/// Reads the rows of blocks of a table. A row without quotes is cut where it stands, at about a byte a cycle: a library
/// that makes fields of all columns takes several times as long.
class CsvRows {
 public:
  CsvRows(const TraceColumns& columns, const CsvHeader& header);

  /// Reads the rows of `block` from `from` on, which stands in its line `line`; returns how many lines the block has.
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
  std::vector<Wanted> wanted_{};  // by column
};

}  // namespace breakeven::io
