// SPDX-License-Identifier: MIT
#include "report/buffered_sink.hpp"
#include "report/cells.hpp"
#include "report/formats.hpp"

namespace breakeven::report {
namespace {

// Writes the rows of a stream as JSON objects with `between` between their members.
class RowWriter {
 public:
  RowWriter(const RowStream& stream, std::string_view open, std::string_view between, std::string_view close)
      : stream_(stream), close_(close) {
    for (const std::string& column : stream.columns) {
      std::string name(names_.empty() ? open : between);
      append_json(name, std::string_view(column));
      names_.push_back(name + ":" + (between == "," ? "" : " "));
    }
  }

  // `join` separates two rows, and `end` follows the last one.
  void write(std::string_view join, std::string_view end, Pieces& pieces) const {
    bool first = true;
    stream_.visit([&](std::span<const Cell> cells) {
      std::string& text = pieces.text();
      if (!first) text += join;
      first = false;
      for (std::size_t i = 0; i < cells.size(); ++i) append_json(text += names_[i], cells[i]);
      text += close_;
      pieces.pass_on_if_large();
    });
    pieces.text() += end;
  }

 private:
  const RowStream& stream_;
  std::vector<std::string> names_;
  std::string_view close_;
};

}  // namespace

void write_json(const Report& report, const Style&, const Sink& sink) {
  const std::string document = report.document.dump(2) + "\n";
  if (!report.stream) return sink(document);
  // Only a key of the document itself follows a newline and exactly two spaces.
  constexpr std::string_view place = "\n  \"rows\": [";
  const std::size_t rows = document.find(place) + place.size();
  Pieces pieces(sink);
  pieces.text().assign(document, 0, rows);
  RowWriter(*report.stream, "\n    {\n      ", ",\n      ", "\n    }").write(",", "\n  ", pieces);
  pieces.text().append(document, rows);
  pieces.pass_on();
}

void write_json_lines(const Report& report, const Style&, const Sink& sink) {
  const Json* rows = report.document.find("rows");
  if (!rows) return sink(report.document.dump() + "\n");
  Json meta{{"type", "meta"}};
  for (const auto& [key, value] : report.document.members())
    if (key != "rows") meta[key] = value;
  Pieces pieces(sink);
  pieces.text() = meta.dump() + "\n";
  if (report.stream) RowWriter(*report.stream, "{", ",", "}\n").write("", "", pieces);
  for (const Json& row : *rows) pieces.text() += row.dump() + "\n";
  pieces.pass_on();
}

}  // namespace breakeven::report
