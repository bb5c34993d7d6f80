// SPDX-License-Identifier: MIT
#include "cli/diagnostics_text.hpp"

#include "text/format.hpp"
#include "text/wrap.hpp"

namespace breakeven::app {
namespace {

constexpr std::size_t widest_excerpt = 120;

// The part of a long line around the column, with control bytes escaped, and the caret's position in it.
struct Excerpt {
  std::string line;
  std::size_t caret;
  std::size_t length;
};

Excerpt excerpt_of(const io::Location& location) {
  std::string_view line = location.excerpt;
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t column = std::min(location.column - 1 - location.excerpt_start, line.size());
  const std::size_t begin =
      column < widest_excerpt / 2 || line.size() <= widest_excerpt ? 0 : column - widest_excerpt / 2;
  const std::string before = io::printable(line.substr(begin, column - begin));
  const std::string_view marked = line.substr(column, std::min(location.length, widest_excerpt / 2));
  const std::size_t end = std::min(line.size(), begin + widest_excerpt);
  const std::string after = io::printable(line.substr(column, std::max(end, column) - column));
  return {before + after, text::display_width(before),
          std::max<std::size_t>(1, text::display_width(io::printable(marked)))};
}

std::string place_text(const io::Location& location) {
  if (location.file.empty()) return "";
  std::string text = " --> " + io::printable(location.file);
  if (location.line == 0) return text + "\n";
  text += text::format(":{}:{}", location.line, location.column);
  if (!location.pointer.empty()) text += "  " + io::printable(location.pointer);
  const Excerpt excerpt = excerpt_of(location);
  const std::string number = std::to_string(location.line);
  const std::string margin(number.size(), ' ');
  text += text::format("\n{0} |\n{1} | {2}\n{0} | {3}{4}\n", margin, number, excerpt.line,
                       std::string(excerpt.caret, ' '), std::string(excerpt.length, '^'));
  return text;
}

std::string diagnostic_text(const io::Diagnostic& diagnostic, bool color) {
  const bool is_error = diagnostic.severity == io::Severity::error;
  const std::string title = text::format("{}[{}]", is_error ? "error" : "warning", diagnostic.code);
  std::string text = color ? text::format("\x1b[1;{}m{}\x1b[0m", is_error ? 31 : 33, title) : title;
  text += ": " + io::printable(diagnostic.message) + "\n";
  if (diagnostic.location) text += place_text(*diagnostic.location);
  for (const std::string& note : diagnostic.notes) text += "  = note: " + io::printable(note) + "\n";
  if (!diagnostic.help.empty()) text += "  = help: " + io::printable(diagnostic.help) + "\n";
  return text;
}

}  // namespace

std::string diagnostics_text(const io::Diagnostics& diagnostics, bool color) {
  std::string text;
  for (const io::Diagnostic& diagnostic : diagnostics)
    text += (text.empty() ? "" : "\n") + diagnostic_text(diagnostic, color);
  return text;
}

}  // namespace breakeven::app
