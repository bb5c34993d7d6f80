// SPDX-License-Identifier: MIT
// In sums, products, quotients and square roots alone, which IEEE 754 rounds in one way: the last bit of <cmath>'s
// differs between C libraries, processors and compilers, and a seed promises the same bytes everywhere.
#pragma once

namespace breakeven::elementary {

/// Within 2 units in the last place, also of subnormal results; 0 and infinity beyond the range, NaN of NaN.
double exp(double x);

/// The natural logarithm, within 2 units in the last place; −infinity at 0, NaN below.
double log(double x);

/// z with Φ(z) = probability, to about 1e-15 of z: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the
/// Normal Distribution", Applied Statistics 37 (1988) 477–484, PPND16. Infinite at 0 and 1, NaN outside [0, 1].
double inverse_normal_cdf(double probability);

}  // namespace breakeven::elementary
