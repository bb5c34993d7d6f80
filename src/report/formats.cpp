// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <array>

namespace breakeven::report {
namespace {

constexpr std::array formats{
    Format{"table", true, render_table, "aligned columns for a terminal"},
    Format{"json", false, render_json, "one document"},
    Format{"jsonl", false, render_json_lines, "the document on one line, or a line for each row"},
    Format{"csv", false, render_csv, "RFC 4180; the header holds the JSON keys"},
    Format{"markdown", true, render_markdown, "a table to paste"},
};

}  // namespace

const Format* find_format(std::string_view name) {
  for (const Format& format : formats)
    if (format.name == name) return &format;
  return nullptr;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : formats) names.push_back(format.name);
  return names;
}

}  // namespace breakeven::report
