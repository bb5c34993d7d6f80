// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "breakeven/scenario.hpp"

namespace breakeven::app {

/// Volumes inside (low, high), in tokens, between which the costs are straight lines and every figure rises or falls:
/// where a replica is added, and where the bill bends or jumps. Of a row of steps the first, the last and the last that
/// can be had are enough.
std::vector<double> turning_volumes(const Scenario& scenario, double low, double high);

/// Capacities of one replica inside (low, high), in tokens, at which the volume just fills its replicas: of these steps
/// the same ones.
std::vector<double> turning_capacities(const Scenario& scenario, double low, double high);

/// Beyond the tolerance of a step edge.
inline constexpr double past_edge = 4e-12;

}  // namespace breakeven::app
