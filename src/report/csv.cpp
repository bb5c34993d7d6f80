// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "report/buffered_sink.hpp"
#include "report/cells.hpp"
#include "report/formats.hpp"

namespace breakeven::report {
namespace {

using Scalars = std::vector<std::pair<std::string, const Json*>>;

void collect(const std::string& path, const Json& value, Scalars& scalars) {
  if (!value.is_structured()) return scalars.emplace_back(path, &value), void();
  const std::string prefix = path.empty() ? "" : path + ".";
  for_each_part(value, [&](const std::string& step, const Json& part) { collect(prefix + step, part, scalars); });
}

std::string text_of(const Json& value) {
  if (value.is_null()) return "";
  return value.is_string() ? value.string() : value.dump();
}

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

// For cells and for texts.
template <class Fields>
void append_line(std::string& text, const Fields& fields) {
  bool first = true;
  for (const auto& field : fields) {
    if (!first) text += ',';
    first = false;
    append_field(text, field);
  }
  text += '\n';
}

void write_stream(const RowStream& stream, const Sink& sink) {
  Pieces pieces(sink);
  append_line(pieces.text(), views_of(stream.columns));
  stream.visit([&](std::span<const Cell> cells) {
    append_line(pieces.text(), cells);
    pieces.pass_on_if_large();
  });
  pieces.pass_on();
}

}  // namespace

void write_csv(const Report& report, const Style&, const Sink& sink) {
  if (report.stream) return write_stream(*report.stream, sink);
  std::vector<Scalars> rows;
  if (report.rows)
    for (const Json& row : *report.rows) collect("", row, rows.emplace_back());
  else
    collect("", report.document, rows.emplace_back());

  std::vector<std::string> header;
  std::unordered_map<std::string, std::size_t> columns;
  for (const Scalars& row : rows)
    for (const auto& [path, value] : row)
      if (columns.emplace(path, header.size()).second) header.push_back(path);

  std::string text;
  append_line(text, views_of(header));
  std::vector<std::string> fields(header.size());
  for (const Scalars& row : rows) {
    fields.assign(header.size(), "");
    for (const auto& [path, value] : row) fields[columns.at(path)] = text_of(*value);
    append_line(text, views_of(fields));
  }
  sink(text);
}

}  // namespace breakeven::report
