// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/picture.hpp"
#include "report/picture/canvas.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// Where a line was last seen: its row in the frame, and whether it then left through the top or bottom.
struct LineEnd {
  enum class Leaves { no, above, below };
  std::optional<int> row{};
  Leaves leaves = Leaves::no;
};

/// Whether all names find a row and `width` columns at the right of the frame; else keys stand there, and a legend
/// names them.
bool names_fit(const std::vector<Series>& series, int width, int rows, const Style& style);

/// The columns that names or keys take, the space before them included.
int end_label_width(const std::vector<Series>& series, bool named, const Style& style);

/// Writes names or keys beside the ends of the lines, pushed apart if they would meet.
void put_end_labels(Canvas& canvas, int top, int column, int rows, const std::vector<Series>& series,
                    const std::vector<LineEnd>& ends, bool named, const Style& style);

/// Names what has no name at its end.
void put_legend(Canvas& canvas, const std::vector<Series>& series, const std::vector<LineEnd>& ends, bool named,
                const Style& style);

}  // namespace breakeven::report
