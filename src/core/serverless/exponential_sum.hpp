// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <vector>

namespace breakeven {

/// A polynomial times e^(exponent·x); coefficients ascend from the constant.
struct ExponentialTerm {
  double exponent = 0;
  std::array<double, 4> coefficients{};
};

/// A sum of such terms. It has fewer real roots than coefficients (Rolle's theorem, applied repeatedly to the sum times
/// e^(−ax) until nothing is left).
using ExponentialSum = std::vector<ExponentialTerm>;

/// Every x between `low` and `high` at which the sum changes sign, ascending, bracketed by the sign changes of its
/// derivatives. `value` must have the sum's sign and locates the roots to the last bit; it usually has less
/// cancellation.
std::vector<double> sign_changes(const ExponentialSum& sum, double low, double high,
                                 const std::function<double(double)>& value);

}  // namespace breakeven
