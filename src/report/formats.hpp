// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

namespace breakeven::report {

std::string render_table(const Report& report, const Style& style);
std::string render_markdown(const Report& report, const Style& style);
void write_json(const Report& report, const Style& style, const Sink& sink);
void write_json_lines(const Report& report, const Style& style, const Sink& sink);
void write_csv(const Report& report, const Style& style, const Sink& sink);

}  // namespace breakeven::report
