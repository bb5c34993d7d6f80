// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <string_view>

namespace breakeven {

/// Of a range: uniform over it, triangular with the mode in its middle, or lognormal with the range as its 5–95 %.
enum class Distribution { uniform, triangular, lognormal };
std::string_view name(Distribution distribution);

/// An input known as a range, in any unit. What is drawn is rounded to a whole number first where `whole`,
/// then set to the nearer bound if it is outside [least, most], the input's domain.
struct Uncertain {
  double low = 0;
  double high = 0;
  Distribution distribution = Distribution::lognormal;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool whole = false;
};

/// The inverse of the cumulative distribution of [low, high] (MODEL 2.10), before rounding and bounds.
class QuantileFunction {
 public:
  /// Throws std::domain_error unless low <= high, both finite, and low > 0 where lognormal.
  explicit QuantileFunction(const Uncertain& uncertain);
  /// Domain: 0 < probability < 1.
  double operator()(double probability) const { return at_(low_, spread_, probability); }

 private:
  double low_;
  double spread_;
  double (*at_)(double low, double spread, double probability);
};

}  // namespace breakeven
