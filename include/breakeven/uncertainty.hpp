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

/// The result of one draw; infinite if there is no answer (never, infeasible). The two costs are >= 0 and in one
/// unit.
struct DrawOutcome {
  double self_host = 0;
  double api = 0;
  std::array<double, metric_count> metrics{};
  /// Whether a value had to be set to a bound that the others leave it.
  bool clamped = false;
};

/// Maps the drawn values, in the order of the inputs, to their result. Must be a pure function.
using Evaluate = std::function<DrawOutcome(std::span<const double>)>;

struct MonteCarlo {
  std::int64_t draw_count = 0;
  std::uint64_t seed = 1;
  /// 0: one a processor.
  unsigned threads = 0;
};

/// By nearest rank: p05 is the least of the drawn values that at least 5 % of them do not exceed. Infinite where too
/// few draws have an answer.
struct Quantiles {
  double p05 = 0;
  double p25 = 0;
  double p50 = 0;
  double p75 = 0;
  double p95 = 0;
};

struct Uncertainty {
  std::int64_t draw_count = 0;
  /// Draws of which some value was set to a bound of its domain, or to one that the others leave it.
  std::int64_t clamped_count = 0;
  /// The share of the draws in which self-hosting costs less by more than 1e-9: a tie is not cheaper.
  double self_host_cheaper_probability = 0;
  /// √(P(1−P)/n).
  double standard_error = 0;
  std::array<Quantiles, metric_count> quantiles{};
  /// For each input the squared correlation of its logarithm with ln(self_host/api), over the draws where both are
  /// finite; normalized to sum 1. All zero where the ratio of the costs does not vary (by 1e-9).
  std::vector<double> variance_share{};
};

/// Draws every input independently and evaluates, `draw_count` times (MODEL 2.10). The same inputs and seed give the
/// same bytes whatever the number of threads, the compiler and the processor, and n draws are the first n of more.
/// `make_evaluate` is called once for each thread, from the calling one. Takes 24 bytes a draw. Throws
/// std::domain_error where draw_count < 1, a range is out of its domain (see QuantileFunction), a domain is empty or a
/// metric is not a number; what an Evaluate throws is thrown on, the earliest draws' first.
Uncertainty monte_carlo(std::span<const Uncertain> inputs, const MonteCarlo& settings,
                        const std::function<Evaluate()>& make_evaluate);

}  // namespace breakeven
