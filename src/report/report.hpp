// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "report/picture.hpp"

namespace breakeven::report {

using Json = nlohmann::ordered_json;

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

/// A text of another language, such as JSON: printed as it is.
struct Literal {
  std::string text;
};

/// The answer, last and in one line.
struct Headline {
  std::string text;
};

using Block = std::variant<Table, Paragraph, Verbatim, Literal, Headline>;

/// What a command found: a document for programs, blocks for people, a line for -q. Formats see nothing else.
struct Report {
  Json document;
  std::vector<Block> blocks;
  std::string brief;
  /// The rows of a CSV; absent, it is one row of the document's scalars.
  std::optional<std::vector<Json>> rows;
  /// Draws what the answer shows, when it is asked for; empty, there is nothing to draw.
  std::function<std::vector<Picture>()> pictures{};
};

struct Style {
  std::size_t width = 80;
  bool color = false;
  bool ascii = false;  // nothing but ASCII, in blocks and pictures
};

/// One output format. A format for people shows blocks, or pictures alone, and leaves warnings to stderr; others show
/// the document.
struct Format {
  std::string_view name;
  bool for_people;
  bool draws;
  std::string (*render)(const Report&, const Style&);
};

/// The table of formats; null where the name is unknown.
const Format* find_format(std::string_view name);
std::vector<std::string_view> format_names();

}  // namespace breakeven::report
