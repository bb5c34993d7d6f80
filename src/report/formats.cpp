// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <array>

namespace breakeven::report {
namespace {

template <std::string (*Render)(const Report&, const Style&)>
void at_once(const Report& report, const Style& style, const Sink& sink) {
  sink(Render(report, style));
}

constexpr std::array formats{
    Format{"table", true, false, at_once<render_table>}, Format{"json", false, false, write_json},
    Format{"jsonl", false, false, write_json_lines},     Format{"csv", false, false, write_csv},
    Format{"markdown", true, false, at_once<render_markdown>}, Format{"plot", true, true, at_once<render_plot>},
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
