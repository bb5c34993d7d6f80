// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture.hpp"
#include "report/picture/canvas.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The part of draw() for each kind of picture, between its title and its caption: appends rows to the canvas.
void draw_onto(Canvas& canvas, const Chart& chart, const Style& style);
void draw_onto(Canvas& canvas, const Map& map, const Style& style);
void draw_onto(Canvas& canvas, const Bars& bars, const Style& style);

}  // namespace breakeven::report
