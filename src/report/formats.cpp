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
    Format{"table", OutputKind::blocks, false, write_table},
    Format{"json", OutputKind::document, true, write_json},
    Format{"jsonl", OutputKind::document, true, write_json_lines},
    Format{"csv", OutputKind::document, true, write_csv},
    Format{"markdown", OutputKind::blocks, false, at_once<render_markdown>},
    Format{"plot", OutputKind::pictures, false, at_once<render_plot>},
    Format{"github", OutputKind::tests, false, at_once<render_github>},
    Format{"junit", OutputKind::tests, true, at_once<render_junit>},
    Format{"tap", OutputKind::tests, true, at_once<render_tap>},
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
