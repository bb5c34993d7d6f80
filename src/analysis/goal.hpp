// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/metrics.hpp"
#include "core/numerics/root_finding.hpp"

namespace breakeven::app {

/// What is looked for: the value of `key` at which both sides cost the same, or a figure has a value.
struct Target {
  Key key{};
  const Metric* metric = nullptr;  // null for the tie
  double value = 0;                // of the metric, in its unit
};

/// Whether it is about the serverless path: a figure of it, or the tie of one of its inputs, with the cheaper of the
/// other two.
bool is_of_serverless(const Target& target);

/// Self-hosting's cost less the API's, in usd; or, for an input of the serverless path, its cost less the lower of the
/// two.
DifferenceParts tie_probe(const Target& target, const Scenario& scenario);

/// Zero where the target's metric has its value, and of another sign on the other side of it; in parts, like the tie,
/// where the metric steps with the replicas. Domain: the metric has a value in `answered`.
DifferenceParts metric_probe(const Target& target, const AnsweredQuestion& answered);

}  // namespace breakeven::app
