// SPDX-License-Identifier: MIT
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include "breakeven/distribution.hpp"
#include "catch.hpp"
#include "core/numerics/elementary.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

constexpr double infinity = std::numeric_limits<double>::infinity();

// How many doubles lie between, at most; NaNs are alike.
std::int64_t ulps_between(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b) ? 0 : 1'000'000;
  const auto place = [](double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
  };
  return std::abs(place(a) - place(b));
}

}  // namespace

TEST_CASE("exp and log agree with the standard library's to 2 units in the last place") {
  constexpr double least = 5e-324;
  constexpr double least_normal = 0x1p-1022;
  constexpr double most = std::numeric_limits<double>::max();
  for (const double x :
       {0.0, -0.0, 1.0, -1.0, 1e-300, least, 709.782712893384, 709.7827128933841, 710.0, 1e308, -708.3964185322641,
        -708.4, -745.1332191019411, -745.1332191019412, -746.0, -1e308, infinity, -infinity, std::nan("")}) {
    INFO(x);
    CHECK(ulps_between(elementary::exp(x), std::exp(x)) <= 2);
  }
  for (const double x : {0.0, -0.0, 1.0, 1 + 0x1p-52, 1 - 0x1p-53, 0.5, 2.0, std::sqrt(2.0), std::sqrt(0.5), least,
                         least_normal - least, least_normal, most, infinity, -1.0, -infinity, std::nan("")}) {
    INFO(x);
    CHECK(ulps_between(elementary::log(x), std::log(x)) <= 2);
  }

  std::mt19937_64 bits(1);
  const auto unit = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
  std::int64_t worst_exp = 0;
  std::int64_t worst_log = 0;
  for (int i = 0; i < 500'000; ++i) {
    for (const double x : {1456 * unit() - 746, 2 * unit() - 1})
      worst_exp = std::max(worst_exp, ulps_between(elementary::exp(x), std::exp(x)));
    for (const double x : {std::bit_cast<double>(bits() >> 1), 1 + (unit() - 0.5) * unit()})
      worst_log = std::max(worst_log, ulps_between(elementary::log(x), std::log(x)));
  }
  CHECK(worst_exp <= 2);
  CHECK(worst_log <= 2);
}

TEST_CASE("the inverse of the normal distribution is right to the last digits") {
  struct Point {
    double probability;
    double z;  // of the double that the probability is, by 60-digit arithmetic
  };
  constexpr Point points[] = {
      {0x1p-53, -8.2095361516013868556},     {0x1.8p-52, -8.0765710041301246502},  {1e-300, -37.047096299361199237},
      {1e-100, -21.273453560965324294},      {5e-324, -38.467405617144346251},     {1e-11, -6.7060231554951362961},
      {1.4e-11, -6.6567230915181836356},     {1e-08, -5.6120012441747887279},      {1e-05, -4.2648907939228246102},
      {0.001, -3.0902323061678135354},       {0.01, -2.3263478740408410931},       {0.025, -1.9599639845400542118},
      {0.05, -1.644853626951472688},         {0.074, -1.4466320671589785099},      {0.075, -1.4395314709384559349},
      {0.1, -1.2815515655446004353},         {0.25, -0.6744897501960817432},       {0.45, -0.12566134685507400616},
      {0.5000001, 2.5066282733116483012e-7}, {0.6, 0.25334710313579974132},        {0.9, 1.2815515655446005935},
      {0.925, 1.4395314709384562291},        {0.926, 1.446632067158978807},        {0.95, 1.6448536269514722843},
      {0.99, 2.3263478740408407676},         {0.999999999, 5.9978070196016374264},
  };
  for (const auto& [probability, z] : points) {
    INFO(probability);
    CHECK_THAT(elementary::inverse_normal_cdf(probability), WithinRel(z, 1e-15));
  }
  CHECK(elementary::inverse_normal_cdf(0.5) == 0);
  CHECK(elementary::inverse_normal_cdf(0) == -infinity);
  CHECK(elementary::inverse_normal_cdf(1) == infinity);
  CHECK(std::isnan(elementary::inverse_normal_cdf(-0.1)));
  CHECK(std::isnan(elementary::inverse_normal_cdf(1.1)));
  CHECK(std::isnan(elementary::inverse_normal_cdf(std::nan(""))));
}

TEST_CASE("quantiles have their closed forms") {
  const QuantileFunction uniform({.low = -1, .high = 3, .distribution = Distribution::uniform});
  const QuantileFunction triangular({.low = 2, .high = 6, .distribution = Distribution::triangular});
  const QuantileFunction lognormal({.low = 0.2, .high = 0.7, .distribution = Distribution::lognormal});
  CHECK(uniform(0.25) == 0);
  CHECK(uniform(0.5) == 1);
  CHECK(triangular(0.125) == 3);
  CHECK(triangular(0.5) == 4);
  CHECK(triangular(0.875) == 5);
  CHECK_THAT(triangular(0.02), WithinRel(2.4, 1e-15));
  CHECK_THAT(lognormal(0.05), WithinRel(0.2, 1e-15));
  CHECK_THAT(lognormal(0.5), WithinRel(std::sqrt(0.2 * 0.7), 1e-15));
  CHECK_THAT(lognormal(0.95), WithinRel(0.7, 1e-15));
}

TEST_CASE("a range of one value has that value alone") {
  for (const Distribution distribution : {Distribution::uniform, Distribution::triangular, Distribution::lognormal}) {
    INFO(name(distribution));
    const QuantileFunction quantile({.low = 2.7, .high = 2.7, .distribution = distribution});
    for (const double probability : {0x1p-53, 0.05, 0.5, 0.77, 1 - 0x1p-53}) CHECK(quantile(probability) == 2.7);
  }
}

}  // namespace breakeven
