// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "breakeven/distribution.hpp"

namespace breakeven {

inline constexpr std::size_t metric_count = 3;

/// The result of one draw; a metric without an answer (never, infeasible) is infinite. The two costs are >= 0 and in
/// the same unit.
struct DrawOutcome {
  double self_host = 0;
  double api = 0;
  std::array<double, metric_count> metrics{};
  /// Whether a value was clamped to a bound that depends on the others.
  bool clamped = false;
};

/// Maps drawn values, in the order of the inputs, to a result. Must be pure.
using Evaluate = std::function<DrawOutcome(std::span<const double>)>;

struct MonteCarlo {
  std::int64_t draw_count = 0;
  std::uint64_t seed = 1;
  /// 0: one per processor.
  unsigned threads = 0;
};

/// By nearest rank: p05 is the least drawn value that at least 5 % of the draws do not exceed. Infinite if too few
/// draws have an answer.
struct Quantiles {
  double p05 = 0;
  double p25 = 0;
  double p50 = 0;
  double p75 = 0;
  double p95 = 0;
};

struct Uncertainty {
  std::int64_t draw_count = 0;
  /// Draws with a value clamped to its domain, or to a bound that depends on the others.
  std::int64_t clamped_count = 0;
  /// The share of draws in which self-hosting is cheaper by more than 1e-9; a tie does not count.
  double self_host_cheaper_probability = 0;
  /// √(P(1−P)/n).
  double standard_error = 0;
  std::array<Quantiles, metric_count> quantiles{};
  /// For each input, the squared correlation of its logarithm with ln(self_host/api) over the draws where both are
  /// finite, normalized to sum 1. All 0 if the cost ratio does not vary (by 1e-9).
  std::vector<double> variance_share{};
};

/// Draws every input independently and evaluates, `draw_count` times (MODEL 2.10). The same inputs and seed give the
/// same bytes for any number of threads, compiler and processor, and n draws are the first n of a longer run. Calls
/// `make_evaluate` once per thread, from the calling thread. Takes 24 bytes per draw. Throws std::domain_error if
/// draw_count < 1, a range is outside its domain (see QuantileFunction), a domain is empty or a metric is not a number.
/// Rethrows what an Evaluate throws, from the earliest draw first.
Uncertainty monte_carlo(std::span<const Uncertain> inputs, const MonteCarlo& settings,
                        const std::function<Evaluate()>& make_evaluate);

}  // namespace breakeven
