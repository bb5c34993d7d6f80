// SPDX-License-Identifier: MIT
#include "io/traces/sql/identifier.hpp"

#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::io {
namespace {

// The quoted part; absent if the quote is not closed.
std::optional<std::string> take_quoted(std::string_view& text) {
  const char mark = text.front();
  std::string part;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] != mark) {
      part += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == mark) {
      part += text[at++];
    } else {
      text.remove_prefix(at + 1);
      return part;
    }
  }
  return std::nullopt;
}

std::string take_bare(std::string_view& text) {
  const std::size_t size = std::min(text.find('.'), text.size());
  std::string part(text.substr(0, size));
  text.remove_prefix(size);
  return part;
}

bool is_quoted(std::string_view text) { return text.starts_with('"') || text.starts_with('`'); }

std::string enclosed(std::string_view text, const SqlQuoting& quoting) {
  std::string name(quoting.mark);
  for (const char character : text) {
    const std::string_view one(&character, 1);
    name += one == quoting.mark ? quoting.escaped_mark : one == "\\" ? quoting.escaped_backslash : one;
  }
  return name += quoting.mark;
}

}  // namespace

std::optional<SqlName> read_sql_name(std::string_view text) {
  SqlName name{.text = std::string(text)};
  while (true) {
    auto part = is_quoted(text) ? take_quoted(text) : take_bare(text);
    if (!part || part->empty() || io::printable(*part) != *part) return std::nullopt;
    name.parts.push_back(*std::move(part));
    if (text.empty()) return name;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
}

std::string quoted_column(const SqlName& name, const SqlQuoting& quoting) {
  std::string text;
  for (const std::string& part : name.parts) (text += text.empty() ? "" : ".") += enclosed(part, quoting);
  return text;
}

std::string quoted_table(const SqlName& name, const SqlQuoting& quoting) {
  if (!quoting.encloses_tables) return quoted_column(name, quoting);
  std::string text;
  for (const std::string& part : name.parts) (text += text.empty() ? "" : ".") += part;
  return enclosed(text, quoting);
}

}  // namespace breakeven::io
