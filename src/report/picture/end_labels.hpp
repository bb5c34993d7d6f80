// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/picture.hpp"
#include "report/picture/canvas.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// Where a line was last visible: its row in the frame, and whether it then left through the top or bottom.
struct LineEnd {
  enum class Leaves { no, above, below };
  std::optional<int> row{};
  Leaves leaves = Leaves::no;
};

/// Whether every name has a row at the right of the frame and fits into `width` columns; if not, keys go there, and a
/// legend names them.
bool names_fit(const std::vector<Series>& series, int width, int rows, const Style& style);

/// The columns that names or keys take, including the space before them.
int end_label_width(const std::vector<Series>& series, bool named, const Style& style);

/// Writes names or keys beside the ends of the lines, moved apart if they would overlap.
void put_end_labels(Canvas& canvas, int top, int column, int rows, const std::vector<Series>& series,
                    const std::vector<LineEnd>& ends, bool named, const Style& style);

/// Names the lines without a name at their end.
void put_legend(Canvas& canvas, const std::vector<Series>& series, const std::vector<LineEnd>& ends, bool named,
                const Style& style);

}  // namespace breakeven::report
