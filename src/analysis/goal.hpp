// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/metrics.hpp"
#include "core/numerics/root_finding.hpp"

namespace breakeven::app {

/// What to look for: the value of `key` at which both sides cost the same, or at which a figure has a value.
struct Target {
  Key key{};
  const Metric* metric = nullptr;  // null for the tie
  double value = 0;                // of the metric, in its unit
};

/// Whether the target is about the serverless path: one of its figures, or the tie of one of its inputs with the
/// cheaper of the other two sides.
bool is_of_serverless(const Target& target);

/// Self-hosting's cost less the API's, in usd; for an input of the serverless path, that path's cost less the lower of
/// the two.
DifferenceParts tie_probe(const Target& target, const Scenario& scenario);

/// Zero where the target's metric has its value, with opposite signs on either side; in parts, like the tie, if the
/// metric steps with the replicas. Domain: the metric has a value in `answered`.
DifferenceParts metric_probe(const Target& target, const AnsweredQuestion& answered);

}  // namespace breakeven::app
