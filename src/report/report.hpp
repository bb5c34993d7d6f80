// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/picture.hpp"
#include "text/json.hpp"

namespace breakeven::report {

enum class Align { left, right };

struct Column {
  std::string title;
  Align align = Align::left;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Sentences, one a line; long ones are wrapped.
struct Paragraph {
  std::vector<std::string> lines;
};

/// Text that keeps its lines as they are: examples, formulas.
struct Verbatim {
  std::vector<std::string> lines;
};

/// Text in another language, such as JSON: printed as is.
struct Literal {
  std::string text;
};

/// The answer, last and on one line.
struct Headline {
  std::string text;
};

struct Block;
/// Blocks made only when shown, because programs read the same from a stream.
struct LateBlocks {
  std::function<std::vector<Block>()> make;
};

/// A part of an answer as text. Its members are defined elsewhere, like those of Catalog.
struct Block {
  Block(Table table);
  Block(Paragraph paragraph);
  Block(Verbatim verbatim);
  Block(Literal literal);
  Block(Headline headline);
  Block(LateBlocks late);
  Block(const Block& other);
  Block(Block&& other) noexcept;
  Block& operator=(const Block& other);
  Block& operator=(Block&& other) noexcept;
  ~Block();

  std::variant<Table, Paragraph, Verbatim, Literal, Headline, LateBlocks> content;
};

void append(std::vector<Block>& blocks, std::vector<Block> more);

/// A value of a streamed row: empty, a number, a count or a word.
using Cell = std::variant<std::monostate, double, std::int64_t, std::string_view>;
using RowVisitor = std::function<void(std::span<const Cell>)>;

/// Rows computed while they are written. The document then has an empty "rows" in their place.
struct RowStream {
  std::vector<std::string> columns;  // JSON keys, in the order of the cells
  std::function<void(const RowVisitor&)> visit;
};

enum class TestStatus { passed, warned, failed, errored, skipped };

/// One test in a test report. All texts are printable.
struct TestCase {
  std::string suite;  // the file that asks for it
  std::string group;  // groups the tests that belong together in it
  std::string name;
  TestStatus status = TestStatus::passed;
  std::string message{};  // if it did not pass
  std::size_t line = 0;   // in the file, from 1
  std::size_t column = 0;
};

/// What a command found: a document for programs, blocks as text, a line for -q. Formats see nothing else.
struct Report {
  Json document{};
  std::vector<Block> blocks{};
  std::string brief{};
  /// The rows of a CSV; if absent, one row of the document's scalars.
  std::optional<std::vector<Json>> rows{};
  std::optional<RowStream> stream{};
  /// Draws the answer's pictures when asked; empty if there is nothing to draw.
  std::function<std::vector<Picture>()> pictures{};
  /// The tests, of a command that tests.
  std::optional<std::vector<TestCase>> tests{};
  /// Lines about the answer but not part of it, for standard error.
  std::vector<std::string> remarks{};
};

struct Style {
  std::size_t width = 80;
  bool color = false;
  bool ascii = false;  // only ASCII, in blocks and pictures
};

/// Receives the text of an answer, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// The part of a report that a format shows.
enum class OutputKind { blocks, pictures, document, tests };

struct Format {
  std::string_view name;
  OutputKind shows;
  bool is_whole;  // nothing else may come before or after its text
  void (*write)(const Report&, const Style&, const Sink&);
};

/// Looks up the table of formats; null if the name is unknown.
const Format* find_format(std::string_view name);
std::vector<std::string_view> format_names();

}  // namespace breakeven::report
