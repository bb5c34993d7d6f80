// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/monte_carlo.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// What --monte-carlo, --seed and --distribution ask for; absent, with problems, if they cannot be read.
std::optional<MonteCarloOptions> monte_carlo_options(Session& session);

}  // namespace breakeven::app
