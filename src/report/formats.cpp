// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <array>

namespace breakeven::report {
namespace {

constexpr std::array formats{
    Format{"table", true, render_table},       Format{"json", false, render_json},
    Format{"jsonl", false, render_json_lines}, Format{"csv", false, render_csv},
    Format{"markdown", true, render_markdown},
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
