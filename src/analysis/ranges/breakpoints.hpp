// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "breakeven/scenario.hpp"

namespace breakeven::app {

/// Volumes inside (low, high), in tokens, at which a replica is added or the bill bends or jumps: between them costs
/// are linear and every figure is monotonic. Of a row of steps only the first, the last available and the last are
/// needed.
std::vector<double> turning_volumes(const Scenario& scenario, double low, double high);

/// Capacities of one replica inside (low, high), in tokens, at which the volume exactly fills its replicas; of a row of
/// steps the same three.
std::vector<double> turning_capacities(const Scenario& scenario, double low, double high);

/// Just beyond the tolerance of a step edge.
inline constexpr double past_edge = 4e-12;

}  // namespace breakeven::app
