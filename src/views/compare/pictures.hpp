// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "breakeven/compare.hpp"
#include "report/picture.hpp"

namespace breakeven::app {

/// The costs of both sides against the volume, and the cost per Mtok of one replica against its utilization.
/// `of_midpoints`: ranges were given, and are drawn at their midpoints.
std::vector<report::Picture> compare_pictures(const Scenario& scenario, const Comparison& comparison,
                                              bool of_midpoints);

}  // namespace breakeven::app
