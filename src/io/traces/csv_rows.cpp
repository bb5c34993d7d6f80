// SPDX-License-Identifier: MIT
#include "io/traces/csv_rows.hpp"

#include <algorithm>
#include <array>

#include "io/csv.hpp"
#include "io/traces/bytes/separators.hpp"

namespace breakeven::io {
namespace {

std::string_view without_return(const char* begin, const char* end) {
  if (end > begin && end[-1] == '\r') --end;
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::size_t line_count(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

std::optional<CsvHeader> read_csv_header(std::string_view text, const std::string& file, Diagnostics& problems) {
  constexpr std::array delimiters{',', '\t', ';'};
  constexpr std::ptrdiff_t most_columns = 10'000;
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  CsvHeader header;
  for (const char delimiter : delimiters)
    if (count(delimiter) > count(header.delimiter)) header.delimiter = delimiter;
  if (count(header.delimiter) >= most_columns) {
    problems.push_back({.code = "BE-T002",
                        .message = "the first row has more than 10,000 columns",
                        .location = Location{.file = printable(file), .line = 1, .column = 1},
                        .help = "give a table of requests, one a row, whose first row names its columns"});
    return std::nullopt;
  }
  CsvReader reader(text, header.delimiter);
  std::vector<CsvField> row;
  if (reader.next(row)) {
    std::string_view rest = text;
    const CsvField& last = row.back();
    const std::size_t end = text.find('\n', last.offset + last.text.size());
    header.size = end == std::string_view::npos ? text.size() : end + 1;
    header.lines = line_count(rest.substr(0, header.size));
  }
  for (CsvField& field : row) header.columns.push_back(std::move(field.text));
  return header;
}

CsvRows::CsvRows(const TraceColumns& columns, const CsvHeader& header)
    : delimiter_(header.delimiter), column_count_(header.columns.size()) {
  for (std::size_t role = 0; role < role_count; ++role) {
    if (columns.names[role].empty()) continue;
    const auto found = std::find(header.columns.begin(), header.columns.end(), columns.names[role]);
    wanted_.push_back({static_cast<std::size_t>(found - header.columns.begin()), static_cast<Role>(role)});
  }
  std::sort(wanted_.begin(), wanted_.end(), [](const Wanted& a, const Wanted& b) { return a.column < b.column; });
}

std::size_t CsvRows::read(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const {
  return block.has_quotes ? read_quoted(block, from, line, rows) : read_plain(block, from, line, rows);
}

std::string CsvRows::other_count(std::size_t columns) const {
  return "it has " + std::to_string(columns) + " of " + std::to_string(column_count_) + " columns";
}

std::size_t CsvRows::read_plain(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const {
  const std::string_view text = block.text();
  const char* at = text.data() + from;
  const char* const end = text.data() + text.size();
  Separators separators(at, delimiter_);
  RowFields fields{};
  for (; at < end; ++line) {
    const char* const row_begin = at;
    const char* field_end = separators.next();
    std::size_t column = 0;
    bool is_whole = true;
    for (const Wanted& wanted : wanted_) {
      while (column < wanted.column && *field_end != '\n') {
        at = field_end + 1;
        field_end = separators.next();
        ++column;
      }
      is_whole = column == wanted.column;
      if (!is_whole) break;
      of(fields, wanted.role) = without_return(at, field_end);
    }
    for (; *field_end != '\n'; ++column) {
      at = field_end + 1;
      field_end = separators.next();
    }
    // Some programs end each row with a separator.
    const bool has_more = column > column_count_ || (column == column_count_ && !without_return(at, field_end).empty());
    if (is_whole && !has_more)
      rows.read(fields, {block.number, line});
    else if (!without_return(row_begin, field_end).empty())
      rows.refuse({block.number, line}, other_count(column + 1));
    at = field_end + 1;
  }
  return line;
}

std::size_t CsvRows::read_quoted(const RecordBlock& block, std::size_t from, std::size_t line, TraceRows& rows) const {
  const std::string_view text = block.text().substr(from);
  CsvReader reader(text, delimiter_);
  std::vector<CsvField> row;
  RowFields fields{};
  std::size_t counted = 0;
  while (reader.next(row)) {
    line += line_count(text.substr(counted, reader.offset() - counted));
    counted = reader.offset();
    const RowPlace place{block.number, line};
    if (reader.is_torn()) {
      std::size_t lines = 0;
      for (const CsvField& field : row) lines += line_count(field.text);
      rows.refuse(place, "a quote is not closed", std::max<std::size_t>(lines, 1));
    } else if (row.size() <= wanted_.back().column || row.size() > column_count_ + (row.back().text.empty() ? 1 : 0)) {
      rows.refuse(place, other_count(row.size()));
    } else {
      for (const Wanted& wanted : wanted_) of(fields, wanted.role) = row[wanted.column].text;
      rows.read(fields, place);
    }
  }
  return line + line_count(text.substr(counted));
}

}  // namespace breakeven::io
