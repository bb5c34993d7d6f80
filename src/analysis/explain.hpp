// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/metrics.hpp"

namespace breakeven::app {

/// A symbol of a formula with its value, and the formula or origin of that value.
struct Step {
  const Symbol* symbol;
  double value;
  std::string source;
};

/// How a figure is computed: the formula that applies to the question, with its symbols in evaluation order.
struct Explanation {
  const Metric& metric;
  Figure figure;
  std::vector<Step> steps;
};

/// Domain: a metric has the path.
Explanation explanation_of(std::string_view path, const AnsweredQuestion& answered);

}  // namespace breakeven::app
