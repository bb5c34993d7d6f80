// SPDX-License-Identifier: MIT
#include "breakeven/distribution.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include "core/numerics/elementary.hpp"

namespace breakeven {
namespace {

constexpr double normal_95th_percentile = 1.6448536269514727;

double width(double low, double high) { return high - low; }

double standard_deviation_of_log(double low, double high) {
  return (elementary::log(high) - elementary::log(low)) / (2 * normal_95th_percentile);
}

double uniform(double low, double width, double probability) { return low + width * probability; }

double triangular(double low, double width, double probability) {
  if (probability < 0.5) return low + width * std::sqrt(probability / 2);
  return low + width * (1 - std::sqrt((1 - probability) / 2));
}

double lognormal(double low, double deviation, double probability) {
  return low * elementary::exp(deviation * (elementary::inverse_normal_cdf(probability) + normal_95th_percentile));
}

struct Kind {
  std::string_view name;
  double (*spread)(double low, double high);
  double (*at)(double low, double spread, double probability);
};

constexpr std::array<Kind, 3> kinds{{
    {"uniform", width, uniform},
    {"triangular", width, triangular},
    {"lognormal", standard_deviation_of_log, lognormal},
}};

const Kind& kind_of(Distribution distribution) { return kinds.at(static_cast<std::size_t>(distribution)); }

const Uncertain& checked(const Uncertain& uncertain) {
  const auto& [low, high, distribution, least, most, whole] = uncertain;
  if (!(low <= high && std::isfinite(low) && std::isfinite(high)))
    throw std::domain_error("a range has finite bounds in ascending order");
  if (distribution == Distribution::lognormal && !(low > 0)) throw std::domain_error("a lognormal range lies above 0");
  return uncertain;
}

}  // namespace

std::string_view name(Distribution distribution) { return kind_of(distribution).name; }

QuantileFunction::QuantileFunction(const Uncertain& uncertain)
    : low_(checked(uncertain).low),
      spread_(kind_of(uncertain.distribution).spread(low_, uncertain.high)),
      at_(kind_of(uncertain.distribution).at) {}

}  // namespace breakeven
