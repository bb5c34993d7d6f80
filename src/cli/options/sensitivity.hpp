// SPDX-License-Identifier: MIT
#pragma once

#include "cli/quantity_options.hpp"

namespace breakeven::app::option {

/// How far sensitivity moves an input that is not a range.
inline constexpr OptionRow swing{
    .name = "swing",
    .value = "RATIO",
    .help = "how far an input that is no range moves to both sides (default: 20%)",
    .key = "swing_ratio",
    .measure = Measure::ratio,
    .domain = io::Domain{.text = "above 0 and below 1 (100%)", .min = 1e-6, .max = 0.999999},
    .default_value = 0.2};

}  // namespace breakeven::app::option
