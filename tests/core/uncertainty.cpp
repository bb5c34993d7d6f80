// SPDX-License-Identifier: MIT
#include "breakeven/uncertainty.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/numerics/elementary.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

constexpr double infinity = std::numeric_limits<double>::infinity();

Uncertain between(double low, double high, Distribution distribution = Distribution::uniform) {
  return {.low = low, .high = high, .distribution = distribution};
}

template <class Evaluation>
Uncertainty simulate(const std::vector<Uncertain>& inputs, const MonteCarlo& settings, Evaluation evaluate) {
  return monte_carlo(inputs, settings, [&] { return Evaluate(evaluate); });
}

// GPU price, rate, utilization and API price, in the order of MODEL 2.10; the metrics are the two prices of a Mtok and
// their ratio.
std::vector<Uncertain> golden_inputs() {
  return {between(1.99, 3.5, Distribution::lognormal), between(1500, 2500, Distribution::lognormal),
          between(0.2, 0.7, Distribution::lognormal), between(0.59, 0.9, Distribution::lognormal)};
}

DrawOutcome golden_prices(std::span<const double> drawn) {
  const double self_host = drawn[0] / (drawn[1] * drawn[2] * 3600) * 1e6;
  return {self_host, drawn[3], {self_host, drawn[3], self_host / drawn[3]}};
}

std::vector<double> numbers(const Uncertainty& answer) {
  std::vector<double> all{static_cast<double>(answer.draw_count), static_cast<double>(answer.clamped_count),
                          answer.self_host_cheaper_probability, answer.standard_error};
  for (const auto& [p05, p25, p50, p75, p95] : answer.quantiles) all.insert(all.end(), {p05, p25, p50, p75, p95});
  all.insert(all.end(), answer.variance_share.begin(), answer.variance_share.end());
  return all;
}

// FNV-1a of the numbers' bits.
std::uint64_t hash(const std::vector<double>& values) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const double value : values)
    for (int byte = 0; byte < 8; ++byte)
      hash = (hash ^ (std::bit_cast<std::uint64_t>(value) >> 8 * byte & 0xff)) * 0x100000001b3;
  return hash;
}

}  // namespace

TEST_CASE("lognormal ranges have the closed-form answer") {
  constexpr std::int64_t count = 1'000'000;
  std::vector<Uncertain> inputs = golden_inputs();
  const Uncertainty answer = simulate(inputs, {.draw_count = count}, golden_prices);
  const double probability = answer.self_host_cheaper_probability;
  CHECK_THAT(probability, WithinAbs(0.23957042382823335, 4 * answer.standard_error));
  CHECK_THAT(answer.standard_error, WithinRel(std::sqrt(probability * (1 - probability) / count), 1e-15));
  CHECK(answer.draw_count == count);
  CHECK(answer.clamped_count == 0);

  constexpr double shares[] = {0.13697457, 0.11211403, 0.67429889, 0.07661251};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const double standard_error = 2 * std::sqrt(shares[i] / count) * (1 - shares[i]);
    CHECK_THAT(answer.variance_share[i], WithinAbs(shares[i], 4 * standard_error));
  }
  const double sum =
      answer.variance_share[0] + answer.variance_share[1] + answer.variance_share[2] + answer.variance_share[3];
  CHECK_THAT(sum, WithinRel(1, 1e-15));

  // ln of the ratio is normal; the standard error of a quantile is √(q(1−q)/n)/density.
  const auto check_quantile = [&](double value, double q) {
    const double z = elementary::inverse_normal_cdf(q);
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
    CHECK_THAT((std::log(value) - 0.328190095219176) / 0.4637516130448866,
               WithinAbs(z, 4 * std::sqrt(q * (1 - q) / count) / density));
  };
  const Quantiles& ratio = answer.quantiles[2];
  check_quantile(ratio.p05, 0.05);
  check_quantile(ratio.p25, 0.25);
  check_quantile(ratio.p50, 0.50);
  check_quantile(ratio.p75, 0.75);
  check_quantile(ratio.p95, 0.95);

  inputs[2].most = 1;
  const Uncertainty clamped = simulate(inputs, {.draw_count = count}, golden_prices);
  CHECK_THAT(clamped.self_host_cheaper_probability, WithinAbs(0.239551174615457667, 4 * clamped.standard_error));
  CHECK_THAT(static_cast<double>(clamped.clamped_count) / count,
             WithinAbs(0.00491905162381745121, 4 * std::sqrt(0.00491905162381745121 / count)));
}

TEST_CASE("the number of threads, the compiler and the processor change no byte") {
  const std::vector<Uncertain> inputs{
      {.low = 0.2, .high = 0.7, .most = 1},
      {.low = 1, .high = 6, .distribution = Distribution::triangular, .least = 1, .most = 5, .whole = true},
      between(0, 3),
      between(1500, 2500, Distribution::lognormal)};
  const auto evaluate = [](std::span<const double> x) {
    return DrawOutcome{x[1] / x[0], x[2], {x[0] * x[3], x[2] - 1, x[1] > 4 ? infinity : x[3] / x[1]}};
  };
  constexpr std::int64_t count = 50'001;
  const std::vector<double> once = numbers(simulate(inputs, {.draw_count = count, .threads = 1}, evaluate));
  for (const unsigned threads : {0U, 2U, 3U, 7U})
    CHECK(numbers(simulate(inputs, {.draw_count = count, .threads = threads}, evaluate)) == once);
  CHECK(numbers(simulate(inputs, {.draw_count = count, .seed = 2}, evaluate)) != once);
  CHECK(hash(once) == 0x4e678abdd825ad9a);
}

TEST_CASE("fewer draws are the first of more") {
  const auto drawn = [](std::int64_t count) {
    std::vector<double> values;
    simulate({between(0, 1)}, {.draw_count = count, .threads = 1}, [&](std::span<const double> x) {
      values.push_back(x[0]);
      return DrawOutcome{x[0], 1, {}};
    });
    return values;
  };
  const std::vector<double> few = drawn(5'000);
  const std::vector<double> many = drawn(9'000);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
  std::vector<double> distinct = many;
  std::sort(distinct.begin(), distinct.end());
  CHECK(std::adjacent_find(distinct.begin(), distinct.end()) == distinct.end());
}

TEST_CASE("uniform and triangular draws have their moments") {
  constexpr double count = 200'000;
  const auto check_moments = [&](Distribution distribution, double variance, double fourth_moment) {
    INFO(name(distribution));
    double sum = 0;
    double squares = 0;
    simulate({between(2, 6, distribution)}, {.draw_count = 200'000, .threads = 1}, [&](std::span<const double> x) {
      sum += x[0] - 4;
      squares += (x[0] - 4) * (x[0] - 4);
      return DrawOutcome{};
    });
    CHECK_THAT(sum / count, WithinAbs(0, 4 * std::sqrt(variance / count)));
    CHECK_THAT(squares / count, WithinAbs(variance, 4 * std::sqrt((fourth_moment - variance * variance) / count)));
  };
  check_moments(Distribution::uniform, 4.0 / 3, 16.0 / 5);
  check_moments(Distribution::triangular, 2.0 / 3, 16.0 / 15);
}

TEST_CASE("quantiles are the draws of the nearest rank, also among infinities") {
  for (std::int64_t count : {1, 2, 3, 4, 5, 19, 20, 21, 40, 99, 100, 101, 5'000}) {
    std::vector<double> sorted;
    const Uncertainty answer =
        simulate({between(-1, 1)}, {.draw_count = count, .threads = 1}, [&](std::span<const double> x) {
          sorted.push_back(x[0] > 0.5 ? infinity : x[0]);
          return DrawOutcome{1, 1, {sorted.back(), -infinity, infinity}};
        });
    std::sort(sorted.begin(), sorted.end());
    const auto nearest = [&](std::int64_t percent) {
      return sorted.at(static_cast<std::size_t>((percent * count + 99) / 100 - 1));
    };
    const Quantiles& found = answer.quantiles[0];
    CHECK(std::vector{found.p05, found.p25, found.p50, found.p75, found.p95} ==
          std::vector{nearest(5), nearest(25), nearest(50), nearest(75), nearest(95)});
    CHECK(answer.quantiles[1].p95 == -infinity);
    CHECK(answer.quantiles[2].p05 == infinity);
  }
}

TEST_CASE("a draw beyond its domain is set to the bound and counted once") {
  Uncertain first = between(0, 1);
  first.most = 0.75;
  Uncertain second = between(0, 1);
  second.least = 0.5;
  constexpr double count = 100'000;
  const Uncertainty answer = simulate({first, second}, {.draw_count = 100'000}, [](std::span<const double> x) {
    return DrawOutcome{1, 2, {x[0], x[1], std::max(x[0], 0.75) - std::min(x[1], 0.5)}};
  });
  CHECK(answer.quantiles[0].p95 == 0.75);
  CHECK(answer.quantiles[1].p05 == 0.5);
  CHECK(answer.quantiles[2].p95 == 0.25);
  CHECK_THAT(static_cast<double>(answer.clamped_count) / count, WithinAbs(0.625, 4 * std::sqrt(0.625 * 0.375 / count)));
}

TEST_CASE("whole inputs are rounded before they are bounded") {
  Uncertain input = between(0.6, 3.4);
  input.least = 1;
  input.most = 3;
  input.whole = true;
  const Uncertainty answer = simulate({input}, {.draw_count = 10'000}, [](std::span<const double> x) {
    return DrawOutcome{x[0], 1.5, {x[0], std::abs(x[0] - std::round(x[0])), 0}};
  });
  CHECK(answer.clamped_count == 0);
  CHECK(answer.quantiles[0].p05 == 1);
  CHECK(answer.quantiles[0].p50 == 2);
  CHECK(answer.quantiles[0].p95 == 3);
  CHECK(answer.quantiles[1].p95 == 0);
  CHECK_THAT(answer.self_host_cheaper_probability, WithinAbs(0.9 / 2.8, 4 * answer.standard_error));
}

TEST_CASE("a tie is not cheaper, nor is what is infeasible") {
  const auto probability = [](double self_host, double api) {
    return simulate({}, {.draw_count = 3},
                    [=](std::span<const double>) {
                      return DrawOutcome{self_host, api, {}};
                    })
        .self_host_cheaper_probability;
  };
  CHECK(probability(2, 2) == 0);
  CHECK(probability(2, 2 * (1 + 0.9e-9)) == 0);
  CHECK(probability(2, 2 * (1 + 1.1e-9)) == 1);
  CHECK(probability(3, 2) == 0);
  CHECK(probability(0, 0) == 0);
  CHECK(probability(0, 1) == 1);
  CHECK(probability(2, infinity) == 1);
  CHECK(probability(infinity, 2) == 0);
  CHECK(probability(infinity, infinity) == 0);
}

TEST_CASE("only what varies has a share of the variance") {
  using Shares = std::vector<double>;
  const std::vector<Uncertain> inputs{between(1, 2), between(5, 5), between(0, 0)};
  const auto shares = [&](auto self_host) {
    return simulate(inputs, {.draw_count = 10'000},
                    [=](std::span<const double> x) {
                      return DrawOutcome{self_host(x[0]), 3, {}};
                    })
        .variance_share;
  };
  CHECK(shares([](double x) { return x; }) == Shares{1, 0, 0});
  CHECK(shares([](double x) { return x > 1.5 ? infinity : 1 / x; }) == Shares{1, 0, 0});
  CHECK(shares([](double) { return 2.0; }) == Shares{0, 0, 0});
  CHECK(shares([](double x) { return x / 3 / x; }) == Shares{0, 0, 0});
  CHECK(shares([](double) { return 0.0; }) == Shares{0, 0, 0});
  CHECK(shares([](double) { return infinity; }) == Shares{0, 0, 0});
}

TEST_CASE("a draw of 0, which has no logarithm, is left out of an input's share") {
  Uncertain input = between(0, 3);
  input.whole = true;
  const Uncertainty answer = simulate({input, between(1, 2)}, {.draw_count = 10'000}, [](std::span<const double> x) {
    return DrawOutcome{1 + 9 * x[0], 3, {}};
  });
  CHECK(answer.variance_share[0] > 0.99);
  CHECK_THAT(answer.variance_share[0] + answer.variance_share[1], WithinRel(1, 1e-15));
}

TEST_CASE("one draw is an answer") {
  const Uncertainty answer =
      simulate({between(4, 4, Distribution::lognormal)}, {.draw_count = 1}, [](std::span<const double> x) {
        return DrawOutcome{1, 2, {x[0], 7, 8}};
      });
  CHECK(numbers(answer) == std::vector<double>{1, 0, 1, 0, 4, 4, 4, 4, 4, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 0});
}

TEST_CASE("the earliest draw that fails is the one that is reported") {
  const auto failure = [](unsigned threads) -> std::string {
    try {
      simulate({between(0, 1)}, {.draw_count = 200'000, .threads = threads}, [](std::span<const double> x) {
        if (x[0] < 2e-5) throw std::runtime_error(std::to_string(x[0] * 1e9));
        return DrawOutcome{};
      });
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  };
  CHECK(failure(1) != "none");
  CHECK(failure(7) == failure(1));
}

TEST_CASE("simulations outside their domain are refused") {
  const auto refused = [](const Uncertain& input, std::int64_t count = 1, double metric = 0) {
    CHECK_THROWS_AS(simulate({input}, {.draw_count = count},
                             [=](std::span<const double>) {
                               return DrawOutcome{1, 1, {0, 0, metric}};
                             }),
                    std::domain_error);
  };
  refused(between(2, 1));
  refused(between(0, infinity));
  refused(between(std::nan(""), 1));
  refused(between(0, 1, Distribution::lognormal));
  refused({.low = 1, .high = 2, .least = 3, .most = 2});
  refused(between(1, 2), 0);
  refused(between(1, 2), 1, std::nan(""));
}

}  // namespace breakeven
