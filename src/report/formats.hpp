// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

namespace breakeven::report {

std::string render_table(const Report& report, const Style& style);
std::string render_json(const Report& report, const Style& style);
std::string render_json_lines(const Report& report, const Style& style);
std::string render_csv(const Report& report, const Style& style);
std::string render_markdown(const Report& report, const Style& style);
std::string render_plot(const Report& report, const Style& style);

}  // namespace breakeven::report
