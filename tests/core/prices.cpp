// SPDX-License-Identifier: MIT
// The API side: blends, caching, batches, discounts, fees (MODEL 2.3).
#include <stdexcept>
#include <utility>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using test::is;
using test::shape;
double in_usd_per_mtok(TokenPrice price) { return price / (usd / mtok); }

Api split_prices(double input, double output) { return {.input = input * usd / mtok, .output = output * usd / mtok}; }

double blended(const Api& api, double input, double output) {
  return in_usd_per_mtok(effective_price(api, {.input_share = shape(input, output).input_share()}));
}

// The price of a request of 900 tokens in and 100 out.
double price_of_request(Api api) {
  const Workload workload{.input_share = Fraction(0.9), .shape = shape(900, 100)};
  return in_usd_per_mtok(effective_price(api, workload));
}

}  // namespace

TEST_CASE("the blend follows the mix") {
  const Api api = split_prices(1.25, 10);
  CHECK_THAT(blended(api, 1, 1), is(5.625));
  CHECK_THAT(blended(api, 3, 1), is(3.4375));
  CHECK_THAT(blended(api, 1, 2), is(85.0 / 12));
  CHECK_THAT(blended(api, 9, 1), is(2.125));
  CHECK_THAT(blended(api, 1, 0), is(1.25));
  CHECK_THAT(blended(api, 0, 1), is(10));
}

TEST_CASE("cached input is counted once") {
  Api api = split_prices(0.5, 3);
  api.cache_read = 0.05 * usd / mtok;
  Scenario scenario{.self_host = {.throughput = TotalRate{1000 * token / second}}, .api = api, .workload = {}};
  scenario.workload.shape = shape(20'212, 931);
  scenario.workload.input_share = scenario.workload.shape->input_share();
  scenario.workload.cache_hit = Fraction(16'298.0 / 20'212);
  scenario.workload.demand = 1e6 * request;
  const ApiAnswer answer = compare(scenario).api;
  CHECK_THAT(answer.per_request.value() / (usd / request), is(0.0055649));
  CHECK_THAT(answer.cost / usd, is(5564.9));
}

TEST_CASE("cache reads and writes replace base input") {
  Api api = split_prices(3, 15);
  api.cache_read = 0.3 * usd / mtok;
  api.cache_write = 3.75 * usd / mtok;
  Workload workload{.input_share = Fraction(10.0 / 11)};
  CHECK_THAT(in_usd_per_mtok(effective_price(api, workload)), is(45.0 / 11));
  workload.cache_hit = Fraction(0.9);
  CHECK_THAT(in_usd_per_mtok(effective_price(api, workload)), is((0.1 * 30 + 0.9 * 3 + 15) / 11));
  workload.cache_hit = Fraction(0.5);
  workload.cache_write = Fraction(0.25);
  CHECK_THAT(in_usd_per_mtok(effective_price(api, workload)), is((0.25 * 30 + 0.5 * 3 + 0.25 * 37.5 + 15) / 11));
}

TEST_CASE("batches, discounts, token ratio and fee") {
  Api api = split_prices(2, 12);
  CHECK_THAT(price_of_request(api), is(3));
  SECTION("a batch discount holds for the batch share") {
    api.batch_discount = Fraction(0.5);
    CHECK_THAT(price_of_request(api), is(3));
    api.batch_share = Fraction(0.4);
    CHECK_THAT(price_of_request(api), is(3 * 0.8));
  }
  SECTION("a negotiated discount comes on top") {
    api.discount = Fraction(0.25);
    CHECK_THAT(price_of_request(api), is(3 * 0.75));
    api.batch_discount = Fraction(0.5);
    api.batch_share = Fraction(1);
    CHECK_THAT(price_of_request(api), is(3 * 0.75 * 0.5));
  }
  SECTION("a token of ours is several of theirs") {
    api.token_ratio = 1.35;
    CHECK_THAT(price_of_request(api), is(3 * 1.35));
  }
  SECTION("a fee spreads over the tokens of a request, with the discount and without that of batches") {
    api.request_fee = 0.002 * usd / request;
    CHECK_THAT(price_of_request(api), is(3 + 2));
    api.discount = Fraction(0.25);
    api.batch_discount = Fraction(0.5);
    api.batch_share = Fraction(1);
    CHECK_THAT(price_of_request(api), is(3 * 0.75 * 0.5 + 2 * 0.75));
  }
}

TEST_CASE("a fee needs a request shape") {
  Api api = split_prices(2, 12);
  api.request_fee = 0.002 * usd / request;
  CHECK_THROWS_AS(effective_price(api, Workload{}), std::invalid_argument);
}

TEST_CASE("the API's lines are net of discounts") {
  Api api = split_prices(2, 12);
  api.cache_read = 0.2 * usd / mtok;
  api.cache_write = 2.5 * usd / mtok;
  api.discount = Fraction(0.5);
  api.request_fee = 0.002 * usd / request;
  Workload workload{.input_share = Fraction(0.9), .shape = shape(900, 100)};
  workload.cache_hit = Fraction(0.5);
  workload.cache_write = Fraction(0.1);
  const std::vector<CostLine> lines = api_breakdown(api, workload, 1e9 * token);
  const std::vector<std::pair<Component, double>> expected{{Component::input, 360},
                                                           {Component::cache_read, 45},
                                                           {Component::cache_write, 112.5},
                                                           {Component::output, 600},
                                                           {Component::requests, 1000}};
  REQUIRE(lines.size() == expected.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(lines[i].component == expected[i].first);
    CHECK_THAT(lines[i].cost / usd, is(expected[i].second));
  }
}

}  // namespace breakeven
