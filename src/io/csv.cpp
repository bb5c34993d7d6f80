// SPDX-License-Identifier: MIT
#include "io/csv.hpp"

#include <algorithm>

namespace breakeven::io {

CsvReader::CsvReader(std::string_view text, char delimiter)
    : text_(text), delimiter_(delimiter), field_ends_{delimiter, '\r', '\n'} {
  if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

bool CsvReader::next(std::vector<CsvField>& row) {
  while (skip_line_end()) {
  }
  is_torn_ = false;
  row_ = at_;
  if (at_ == text_.size()) return row.clear(), false;
  std::size_t count = 0;
  while (true) {
    if (count == row.size()) row.emplace_back();
    CsvField& field = row[count++];
    field.text.clear();
    field.offset = at_;
    if (at_ < text_.size() && text_[at_] == '"')
      read_quoted(field.text);
    else
      read_bare(field.text);
    if (at_ < text_.size() && text_[at_] == delimiter_) {
      ++at_;
      continue;
    }
    row.resize(count);
    skip_line_end();
    return true;
  }
}

void CsvReader::read_bare(std::string& field) {
  const std::size_t end = std::min(text_.find_first_of(field_ends_, at_), text_.size());
  field = text_.substr(at_, end - at_);
  at_ = end;
}

void CsvReader::read_quoted(std::string& field) {
  ++at_;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      field += text_.substr(at_);
      at_ = text_.size();
      is_torn_ = true;
      return;
    }
    field += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    field += '"';
    ++at_;
  }
  if (at_ == text_.size() || field_ends_.find(text_[at_]) != std::string_view::npos) return;
  is_torn_ = true;
  std::string rest;
  read_bare(rest);
  field += rest;
}

bool CsvReader::skip_line_end() {
  const std::size_t before = at_;
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  return at_ != before;
}

}  // namespace breakeven::io
