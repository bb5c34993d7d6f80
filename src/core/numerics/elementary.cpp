// SPDX-License-Identifier: MIT
#include "core/numerics/elementary.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace breakeven::elementary {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts; the upper one ends in zeros, so its product with an exponent is exact.
constexpr double ln2_upper = 0x1.62e42feep-1;
constexpr double ln2_lower = 0x1.a39ef35793c76p-33;
constexpr double log2_e = 0x1.71547652b82fep+0;

constexpr int exponent_bias = 1023;
constexpr int mantissa_bits = 52;

// first + x·(second + x·(…)).
constexpr double polynomial(double, double last) { return last; }
template <class... Coefficients>
constexpr double polynomial(double x, double first, Coefficients... others) {
  return first + x * polynomial(x, others...);
}

// Domain: a normal result.
double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + exponent_bias) << mantissa_bits);
}

}  // namespace

// e^x = 2^k·e^r with |r| <= ln(2)/2, and e^r = 1 + r + (r²/2! + r⁴/4! + …) + r·(r²/3! + r⁴/5! + …).
double exp(double x) {
  if (std::isnan(x)) return x;
  x = std::clamp(x, -746.0, 710.0);
  const int k = static_cast<int>(x * log2_e + std::copysign(0.5, x));
  const double r = (x - k * ln2_upper) - k * ln2_lower;
  const double square = r * r;
  const double even =
      polynomial(square, 1.0 / 2, 1.0 / 24, 1.0 / 720, 1.0 / 40'320, 1.0 / 3'628'800, 1.0 / 479'001'600);
  const double odd =
      polynomial(square, 1.0 / 6, 1.0 / 120, 1.0 / 5'040, 1.0 / 362'880, 1.0 / 39'916'800, 1.0 / 6'227'020'800);
  const double reduced = 1 + (r + square * (even + r * odd));
  return reduced * power_of_two(k / 2) * power_of_two(k - k / 2);
}

// ln(2^k·(1 + f)) with 1 + f in [√½, √2). ln(1 + f) = 2·artanh(s) with s = f/(2 + f); its leading part is computed as f
// − f²/2 + s·f²/2, exact in the first term.
double log(double x) {
  if (!(x > 0)) return x == 0 ? -infinity : not_a_number;
  if (x == infinity) return x;
  const bool subnormal = x < std::numeric_limits<double>::min();
  const auto bits = std::bit_cast<std::int64_t>(subnormal ? x * 0x1p54 : x);
  constexpr auto root_half = std::bit_cast<std::int64_t>(0x1.6a09e667f3bcdp-1);
  const std::int64_t exponent = (bits - root_half) >> mantissa_bits;
  const double f = std::bit_cast<double>(bits - exponent * (std::int64_t{1} << mantissa_bits)) - 1;
  const double k = static_cast<double>(exponent) - (subnormal ? 54 : 0);

  const double s = f / (2 + f);
  const double z = s * s;
  const double w = z * z;
  const double series = z * (polynomial(w, 2.0 / 3, 2.0 / 7, 2.0 / 11, 2.0 / 15, 2.0 / 19) +
                             z * polynomial(w, 2.0 / 5, 2.0 / 9, 2.0 / 13, 2.0 / 17, 2.0 / 21));
  const double half_square = 0.5 * f * f;
  return k * ln2_upper + (f - (half_square - (s * (half_square + series) + k * ln2_lower)));
}

double inverse_normal_cdf(double probability) {
  const double q = probability - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q *
           polynomial(r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                      1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                      3.3430575583588128105e4, 2.5090809287301226727e3) /
           polynomial(r, 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
                      5.2264952788528545610e3);
  }
  const double tail = q < 0 ? probability : 1 - probability;
  if (!(tail > 0)) return tail == 0 ? std::copysign(infinity, q) : not_a_number;
  const double r = std::sqrt(-log(tail));
  const double near = r - 1.6;
  const double far = r - 5;
  const double distance =
      r <= 5 ? polynomial(near, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                          3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                          2.27238449892691845833e-2, 7.74545014278341407640e-4) /
                   polynomial(near, 1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                              1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
                              1.05075007164441684324e-9)
             : polynomial(far, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                          2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                          2.71155556874348757815e-5, 2.01033439929228813265e-7) /
                   polynomial(far, 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                              7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
                              2.04426310338993978564e-15);
  return std::copysign(distance, q);
}

}  // namespace breakeven::elementary
