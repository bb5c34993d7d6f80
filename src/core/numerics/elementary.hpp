// SPDX-License-Identifier: MIT
// Uses only sums, products, quotients and square roots, whose rounding IEEE 754 fixes. The last bit of <cmath> differs
// between C libraries, processors and compilers, but a seed must give the same bytes everywhere.
#pragma once

namespace breakeven::elementary {

/// Within 2 units in the last place, including subnormal results; 0 and infinity beyond the range, NaN for NaN.
double exp(double x);

/// The natural logarithm, within 2 units in the last place; −infinity at 0, NaN below 0.
double log(double x);

/// The z with Φ(z) = probability, to a relative error of about 1e-15: M. J. Wichura, "Algorithm AS 241: The Percentage
/// Points of the Normal Distribution", Applied Statistics 37 (1988) 477–484, PPND16. Infinite at 0 and 1, NaN outside
/// [0, 1].
double inverse_normal_cdf(double probability);

}  // namespace breakeven::elementary
