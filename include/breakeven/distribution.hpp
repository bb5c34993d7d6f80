// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <string_view>

namespace breakeven {

/// Over a range: uniform, triangular with the mode in the middle, or lognormal with the range as its 5–95 % interval.
enum class Distribution { uniform, triangular, lognormal };
std::string_view name(Distribution distribution);

/// An input known as a range, in any unit. If `whole`, a drawn value is first rounded to a whole number. A value
/// outside the input's domain [least, most] is then clamped.
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
  /// Throws std::domain_error unless low <= high, both are finite, and low > 0 for lognormal.
  explicit QuantileFunction(const Uncertain& uncertain);
  /// Domain: 0 < probability < 1.
  double operator()(double probability) const { return at_(low_, spread_, probability); }

 private:
  double low_;
  double spread_;
  double (*at_)(double low, double spread, double probability);
};

}  // namespace breakeven
