// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <vector>

namespace breakeven {

/// A polynomial times e^(exponent·x); the coefficients ascend from the constant one.
struct ExponentialTerm {
  double exponent = 0;
  std::array<double, 4> coefficients{};
};

/// A sum of such terms. It has fewer real roots than coefficients (Rolle's theorem, applied to the sum times e^(−ax)
/// again and again until nothing is left).
using ExponentialSum = std::vector<ExponentialTerm>;

/// Every x between `low` and `high` at which the sum changes its sign, ascending, found between the sign changes of its
/// derivatives. `value` has the sum's sign, and places the roots to the last bit: as a rule it is worked out with less
/// cancellation.
std::vector<double> sign_changes(const ExponentialSum& sum, double low, double high,
                                 const std::function<double(double)>& value);

}  // namespace breakeven
