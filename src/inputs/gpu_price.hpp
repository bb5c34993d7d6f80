// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "breakeven/selection.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// Which of a GPU's current offers gives the price: the median, unless gpu_price_choice says otherwise.
PriceChoice price_choice(const InputSet& inputs);

/// "median of 11 offers, 2.69 to 11.06", in usd per hour. Domain: at least one offer, sorted by price.
std::string chosen_price_text(PriceChoice choice, std::span<const GpuOffer* const> offers);

}  // namespace breakeven::app
