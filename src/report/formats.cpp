// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <array>

namespace breakeven::report {
namespace {

constexpr std::array formats{
    Format{"table", true, false, render_table},       Format{"json", false, false, render_json},
    Format{"jsonl", false, false, render_json_lines}, Format{"csv", false, false, render_csv},
    Format{"markdown", true, false, render_markdown}, Format{"plot", true, true, render_plot},
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
