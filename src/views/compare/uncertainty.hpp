// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/monte_carlo.hpp"
#include "analysis/ranges/bounds.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The answers over the ranges of inputs, if asked for.
struct OverRanges {
  std::optional<RangeAnswer> ranges{};
  std::optional<MonteCarloAnswer> drawn{};
  MonteCarloOptions options{};  // of the draws
};

/// "range" of compare's document: each figure's bounds at its path.
Json range_document(const RangeAnswer& answer);
/// "uncertainty" of compare's document.
Json uncertainty_document(const MonteCarloAnswer& answer, const MonteCarloOptions& options);

/// As text: a table, sentences, and the verdict last.
std::vector<report::Block> range_blocks(const RangeAnswer& answer, const InputSet& inputs);
std::vector<report::Block> monte_carlo_blocks(const MonteCarloAnswer& answer, const MonteCarloOptions& options);

}  // namespace breakeven::app
