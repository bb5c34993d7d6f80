// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "breakeven/scenario.hpp"
#include "inputs/quantity.hpp"

namespace breakeven::app {

/// Reads `VOLUME:PRICE,VOLUME:PRICE`, as in 100M/month:0.8usd/Mtok,1B/month:20%. Volumes ascend and are above 0. A
/// price applies to all kinds of tokens; a % is a discount off the list prices.
std::variant<std::vector<VolumeTier>, QuantityProblem> parse_tiers(std::string_view text, double hours_per_month);

/// Whether a tier has a price of its own, not a discount.
bool any_flat(const std::vector<VolumeTier>& tiers);

}  // namespace breakeven::app
