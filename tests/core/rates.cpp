// SPDX-License-Identifier: MIT
// What a replica delivers at full load (MODEL 2.2).
#include <stdexcept>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using test::is;
using test::shape;

double tok_per_s(TokenRate rate) { return rate / (token / second); }

// usd per Mtok at full load, of a GPU at 2 usd/h.
double full_load_price(const PhaseRates& rates, double input_share) {
  Scenario scenario;
  scenario.self_host.gpu_price = 2 * usd / hour;
  scenario.self_host.throughput = rates;
  scenario.workload.input_share = Fraction(input_share);
  return compare(scenario).self_host.per_token_at_full_load.value() / (usd / mtok);
}

}  // namespace

TEST_CASE("an output rate counts the input too") {
  const OutputRate rate{300 * token / second};
  CHECK_THAT(tok_per_s(full_load_rate(rate, {.input_share = Fraction(10.0 / 11)})), is(3300));
  CHECK_THAT(tok_per_s(full_load_rate(rate, {.input_share = Fraction(0)})), is(300));
  CHECK_THAT(tok_per_s(total_rate(rate, shape(1000, 250))), is(1500));
  CHECK_THROWS_AS(full_load_rate(rate, {.input_share = Fraction(1)}), std::invalid_argument);
}

TEST_CASE("a request takes prefill, decode and what its context costs") {
  const PhaseRates rates{10'000 * token / second, 1'000 * token / second, 1e-6 * second * request / token / token};
  const RequestShape asked = shape(1'000, 200);
  const double seconds = 500.0 / 10'000 + 200.0 / 1'000 + 1e-6 * 200 * (1'000 + 100);
  CHECK_THAT(service_time(rates, asked, Fraction(0.5)) / (second / request), is(seconds));
  Workload workload{.input_share = asked.input_share(), .shape = asked};
  workload.cache_hit = Fraction(0.5);
  CHECK_THAT(tok_per_s(full_load_rate(rates, workload)), is(1'200 / seconds));
  workload.shape.reset();
  CHECK_THROWS_AS(full_load_rate(rates, workload), std::invalid_argument);
}

TEST_CASE("without a context cost the shape does not matter, only the mix") {
  test::Draw draw(21);
  for (int i = 0; i < 5'000; ++i) {
    const PhaseRates rates{draw.scale(100, 1e5) * token / second, draw.scale(100, 1e5) * token / second};
    Workload workload = test::random_workload(draw);
    workload.shape = shape(draw.scale(1, 1e5), draw.scale(1, 1e5));
    workload.input_share = workload.shape->input_share();
    const double by_shape = tok_per_s(full_load_rate(rates, workload));
    workload.shape.reset();
    CAPTURE(i);
    CHECK_THAT(tok_per_s(full_load_rate(rates, workload)), is(by_shape));
  }
}

TEST_CASE("GKE's split of a GPU's cost by phase is that of two rates, and adds up") {
  // 2,000 tok/s in and 500 tok/s out at once, an output token taking four times as long: 4,000 or 1,000 tok/s alone.
  const PhaseRates rates{4'000 * token / second, 1'000 * token / second};
  const double input = full_load_price(rates, 1);
  const double output = full_load_price(rates, 0);
  CHECK_THAT(output, is(5.0 / 9));
  CHECK_THAT(input, is(5.0 / 36));
  CHECK_THAT(tok_per_s(full_load_rate(rates, {.input_share = Fraction(0.8)})), is(2'500));
  CHECK_THAT((2'000 * input + 500 * output) * 3'600 / 1e6, is(2));
}

TEST_CASE("a demand is tokens, requests, or a share of what the minimum can do") {
  Scenario scenario;
  scenario.self_host.throughput = TotalRate{1'000 * token / second};
  scenario.self_host.min_replicas = 3;
  scenario.self_host.derate = Fraction(0.5);
  scenario.workload.demand = 7e9 * token;
  CHECK(compare(scenario).volume == 7e9 * token);
  scenario.workload.demand = Utilization{Fraction(0.25)};
  CHECK_THAT(compare(scenario).volume / token, is(0.25 * 3 * 1'000 * 0.5 * 3'600 * 730));
  CHECK_THAT(compare(scenario).self_host.utilization, is(0.25));
  scenario.workload.demand = 1e6 * request;
  CHECK_THROWS_AS(compare(scenario), std::invalid_argument);
  scenario.workload.shape = shape(1'500, 300);
  CHECK_THAT(compare(scenario).volume / token, is(1.8e9));
}

}  // namespace breakeven
