// SPDX-License-Identifier: MIT
#include "report/ascii.hpp"

#include <array>

#include "text/format.hpp"
#include "text/utf8.hpp"

namespace breakeven::report {
namespace {

struct Spelling {
  std::string_view character;
  std::string_view ascii;
};

constexpr std::array spellings{
    Spelling{"\u00b7", "*"},      Spelling{"\u00d7", "x"},    Spelling{"\u2212", "-"},     Spelling{"\u2013", "-"},
    Spelling{"\u2014", "--"},     Spelling{"\u2026", "..."},  Spelling{"\u2308", "ceil("}, Spelling{"\u2309", ")"},
    Spelling{"\u2076", "^6"},     Spelling{"\u00b2", "^2"},   Spelling{"\u00b3", "^3"},    Spelling{"\u03b1", "alpha"},
    Spelling{"\u03b4", "delta"},  Spelling{"\u03b5", "eps"},  Spelling{"\u03b7", "eta"},   Spelling{"\u03ba", "kappa"},
    Spelling{"\u03bb", "lambda"}, Spelling{"\u03bc", "mu"},   Spelling{"\u03c1", "rho"},   Spelling{"\u03c3", "sigma"},
    Spelling{"\u03c4", "tau"},    Spelling{"\u03c6", "phi"},  Spelling{"\u2264", "<="},    Spelling{"\u2265", ">="},
    Spelling{"\u2260", "!="},     Spelling{"\u2248", "~"},    Spelling{"\u00b1", "+/-"},   Spelling{"\u2192", "->"},
    Spelling{"\u221e", "inf"},    Spelling{"\u2018", "'"},    Spelling{"\u2019", "'"},     Spelling{"\u201c", "\""},
    Spelling{"\u201d", "\""},     Spelling{"\u20ac", "EUR "}, Spelling{"\u00a3", "GBP "},  Spelling{"\u00a5", "JPY "},
    Spelling{"\u00a0", " "},
};

using Escape = std::string (*)(std::string_view character);

std::string spelled(std::string_view character) {
  for (const Spelling& spelling : spellings)
    if (spelling.character == character) return std::string(spelling.ascii);
  const auto code = text::code_point(character);
  return code ? text::format("\\u{{{:x}}}", static_cast<std::uint32_t>(*code))
              : text::format("\\x{{{:02x}}}", static_cast<unsigned char>(character.front()));
}

// As in JSON: a surrogate pair beyond U+FFFF (RFC 8259, section 7).
std::string json_escaped(std::string_view character) {
  constexpr std::uint32_t first_beyond = 0x10000;
  constexpr std::uint32_t replacement = 0xfffd;
  const std::uint32_t code = text::code_point(character).value_or(replacement);
  if (code < first_beyond) return text::format("\\u{:04x}", code);
  const std::uint32_t rest = code - first_beyond;
  return text::format("\\u{:04x}\\u{:04x}", 0xd800U + (rest >> 10U), 0xdc00U + (rest & 0x3ffU));
}

std::string replaced(std::string_view text, Escape escape) {
  constexpr char32_t not_ascii = 0x80;
  std::string ascii;
  while (!text.empty()) {
    const std::string_view character = text::take_characters(text);
    ascii += text::code_point(character).value_or(not_ascii) < not_ascii ? std::string(character) : escape(character);
  }
  return ascii;
}

std::string json_in_ascii(std::string_view text) { return replaced(text, json_escaped); }

template <class... Texts>
void convert(Texts&... texts) {
  ((texts = in_ascii(texts)), ...);
}

void convert_all(std::vector<std::string>& texts) {
  for (std::string& text : texts) convert(text);
}

struct BlockConverter {
  void operator()(Table& table) const {
    for (Column& column : table.columns) convert(column.title);
    for (auto& row : table.rows) convert_all(row);
  }
  void operator()(Paragraph& paragraph) const { convert_all(paragraph.lines); }
  void operator()(Verbatim& verbatim) const { convert_all(verbatim.lines); }
  void operator()(Literal& literal) const { literal.text = json_in_ascii(literal.text); }
  void operator()(Headline& headline) const { convert(headline.text); }
  void operator()(LateBlocks&) const {}  // converted when they are made
};

struct PictureConverter {
  void operator()(Chart& chart) const {
    convert(chart.title, chart.x.title, chart.y.title, chart.caption);
    for (Series& series : chart.series) convert(series.name);
    for (Marker& marker : chart.markers) convert(marker.label);
  }
  void operator()(Map& map) const {
    convert(map.title, map.x_title, map.y_title, map.caption);
    for (auto* texts : {&map.x_labels, &map.y_labels, &map.legend}) convert_all(*texts);
  }
  void operator()(Bars& bars) const {
    convert(bars.title, bars.center_label, bars.caption);
    for (Bar& bar : bars.bars) convert(bar.name, bar.low_label, bar.high_label);
  }
};

}  // namespace

std::string in_ascii(std::string_view text) { return replaced(text, spelled); }

Block in_ascii(Block block) {
  std::visit(BlockConverter(), block.content);
  return block;
}

Picture in_ascii(Picture picture) {
  std::visit(PictureConverter(), picture.content);
  return picture;
}

}  // namespace breakeven::report
