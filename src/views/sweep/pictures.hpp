// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/metrics.hpp"
#include "analysis/sweep.hpp"
#include "report/picture.hpp"

namespace breakeven::app {

/// A chart over one number, a bar for each of several ids, or over two inputs a map of the cheaper side. With a metric
/// these show the metric instead of the costs; over two inputs, as a line for each value of the first.
std::vector<report::Picture> sweep_pictures(Sweep& sweep, const Metric* metric);

}  // namespace breakeven::app
