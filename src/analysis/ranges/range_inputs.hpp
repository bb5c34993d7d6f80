// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "inputs/question.hpp"

namespace breakeven::app {

/// The inputs that are ranges, in the order of the table.
std::vector<Key> banded_keys(const InputSet& inputs);

/// Whether figures have their extremes at the ends of the input's range, with the volume held (MODEL 2.10). Other
/// inputs move both sides at once, or both cost and capacity, and may have a stationary point inside.
bool has_extremes_at_ends(Key key, const Scenario& scenario);

/// Whether the input gives the demand.
bool is_demand(Key key);

/// Whether the capacity of one replica is proportional to the input, or to its inverse.
bool moves_capacity(Key key);
bool lowers_capacity(Key key);

/// Whether the input is a rate of one phase: the capacity is not proportional to it.
bool is_phase(Key key);

}  // namespace breakeven::app
