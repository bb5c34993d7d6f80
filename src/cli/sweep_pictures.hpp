// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cli/metrics.hpp"
#include "cli/sweeping.hpp"
#include "report/picture.hpp"

namespace breakeven::cli {

/// A chart over one number, a bar for each of several ids, or over two inputs a map of who is cheaper where; with a
/// metric that instead of the costs, over two inputs a line for each value of the first.
std::vector<report::Picture> sweep_pictures(Sweep& sweep, const Metric* metric);

}  // namespace breakeven::cli
