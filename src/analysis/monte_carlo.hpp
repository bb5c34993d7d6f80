// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/uncertainty.hpp"
#include "inputs/asker.hpp"

namespace breakeven::app {

/// How to draw the ranges.
struct MonteCarloOptions {
  MonteCarlo simulation{};
  Distribution distribution = Distribution::lognormal;
};

/// The figures with quantiles, in the order of Uncertainty::quantiles. The saving is what self-hosting saves, negative
/// if the API is cheaper.
inline constexpr std::array<std::string_view, metric_count> monte_carlo_figures{
    "saving_usd_per_month", "self_host.usd_per_mtok", "break_even.tok_per_month"};

struct MonteCarloAnswer {
  std::vector<Key> keys{};  // the inputs that are ranges
  Uncertainty uncertainty{};
};

/// Draws the ranges of the inputs; nothing, and problems, if there are none or they cannot be drawn.
std::optional<MonteCarloAnswer> draw_answers(const Asker& asker, const Question& question,
                                             const MonteCarloOptions& options);

}  // namespace breakeven::app
