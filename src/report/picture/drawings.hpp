// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture.hpp"
#include "report/picture/canvas.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// What draw() does for each kind of picture, between its title and its caption: rows appended to the canvas.
void draw_onto(Canvas& canvas, const Chart& chart, const Style& style);
void draw_onto(Canvas& canvas, const Map& map, const Style& style);
void draw_onto(Canvas& canvas, const Bars& bars, const Style& style);

}  // namespace breakeven::report
