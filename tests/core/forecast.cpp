// SPDX-License-Identifier: MIT
// The months to come: each is a comparison of its own, and the totals are their sums.
#include "breakeven/forecast.hpp"

#include <cmath>

#include "breakeven/price_decline.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

Trends random_trends(test::Draw& draw) {
  return {.monthly_growth = draw.one_in(3) ? 0 : draw.real(-0.2, 0.3),
          .gpu_decline = draw.one_in(3) ? 0 : draw.real(-0.2, 0.6),
          .api_decline = draw.one_in(3) ? 0 : draw.real(-0.2, 0.9)};
}

// 2500 tok/s at 2.50 usd/h against 0.60 usd/Mtok: one crossing, at 3.04 Btok/month.
Scenario worked_example(double tokens) {
  return test::scenario_of(
      {{"gpu_usd_per_hour", 2.5}, {"tok_per_s", 2500}, {"api_usd_per_mtok", 0.6}, {"tok_per_month", tokens}});
}

}  // namespace

TEST_CASE("without trends every month is the first") {
  test::Draw draw(41);
  for (int i = 0; i < 300; ++i) {
    const Scenario scenario = test::random_scenario(draw);
    const Comparison today = compare(scenario);
    CAPTURE(i);
    const auto months = forecast(scenario, {}, 5);
    REQUIRE(months.size() == 5);
    CHECK(flips(months).empty());
    for (const ForecastMonth& month : months) {
      CHECK(month.comparison.verdict == today.verdict);
      CHECK(month.comparison.self_host.cost == today.self_host.cost);
      CHECK(month.comparison.api.cost == today.api.cost);
      CHECK(month.gpu_price == scenario.self_host.gpu_price);
    }
  }
}

TEST_CASE("each price and the volume moves by its own factor") {
  Scenario scenario = worked_example(1e9);
  scenario.workload.shape = RequestShape{750.0 * token / request, 250.0 * token / request};
  scenario.api.request_fee = 0.01 * usd / request;
  scenario.self_host.fixed = 100.0 * usd;
  const Scenario later = after(scenario, {.monthly_growth = 0.1, .gpu_decline = 0.2, .api_decline = 0.4}, 12);
  const auto is = [](double value) { return WithinRel(value, 1e-12); };
  CHECK_THAT(std::get<Tokens>(later.workload.demand) / token, is(1e9 * std::pow(1.1, 12)));
  CHECK_THAT(later.self_host.gpu_price / (usd / hour), is(2));
  CHECK_THAT(later.api.input / (usd / mtok), is(0.36));
  CHECK_THAT(later.api.output / (usd / mtok), is(0.36));
  CHECK_THAT(later.api.cache_read / (usd / mtok), is(0.36));
  CHECK_THAT(later.api.cache_write / (usd / mtok), is(0.36));
  CHECK_THAT(later.api.request_fee / (usd / request), is(0.006));
  CHECK(later.self_host.fixed == scenario.self_host.fixed);
}

TEST_CASE("the flips are those that a scan finds, and switching costs no more than either side") {
  test::Draw draw(42);
  int flipped = 0;
  for (int i = 0; i < 500; ++i) {
    const Scenario scenario = test::random_scenario(draw);
    const Trends trends = random_trends(draw);
    const double rate = draw.one_in(2) ? 0 : draw.real(0, 0.3);
    const auto months = forecast(scenario, trends, 24);
    const auto found = flips(months);
    const HorizonCost cost = horizon_cost(months, rate);
    CAPTURE(i);
    std::size_t next = 0;
    double api = 0;
    double switching = 0;
    for (int month = 0; month < 24; ++month) {
      const Comparison then = compare(after(scenario, trends, month));
      const double worth = std::pow(1 + rate, -month / 12.0);
      const double api_cost = then.api.cost / usd;
      api += api_cost * worth;
      switching += std::min(then.self_host.cost ? *then.self_host.cost / usd : api_cost, api_cost) * worth;
      if (month == 0 || then.verdict == compare(after(scenario, trends, month - 1)).verdict) continue;
      REQUIRE(next < found.size());
      CHECK(found[next].month == month);
      CHECK(found[next++].to == then.verdict);
    }
    CHECK(next == found.size());
    CHECK_THAT(cost.api / usd, WithinRel(api, 1e-10));
    CHECK_THAT(cost.switching / usd, WithinRel(switching, 1e-10));
    CHECK(cost.switching <= cost.api);
    if (cost.self_host) CHECK(cost.switching <= *cost.self_host);
    flipped += found.empty() ? 0 : 1;
  }
  CHECK(flipped > 100);
}

TEST_CASE("the month of the flip is the one after the closed form") {
  test::Draw draw(43);
  for (int i = 0; i < 500; ++i) {
    const double growth = draw.real(0.02, 0.5);
    const Scenario scenario = worked_example(draw.scale(2e8, 2e9));
    const Comparison today = compare(scenario);
    const auto exact = months_until(today.break_even.volume.value.value(), today.volume, growth).value.value();
    const auto found = flips(forecast(scenario, {.monthly_growth = growth}, static_cast<int>(exact) + 3));
    CAPTURE(growth, exact);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().month == static_cast<int>(std::ceil(exact)));
    CHECK(found.front().to == Verdict::self_host);
  }
}

TEST_CASE("a shrinking volume goes back to the API") {
  const auto months = forecast(worked_example(4e9), {.monthly_growth = -0.1}, 12);
  const auto found = flips(months);
  REQUIRE(found.size() == 1);
  CHECK(found[0].month == 3);
  CHECK(found[0].from == Verdict::self_host);
  CHECK(found[0].to == Verdict::api);
}

TEST_CASE("a present value at no interest is the sum, and at some is less") {
  const auto months = forecast(worked_example(1e9), {.monthly_growth = 0.1}, 36);
  Money api;
  for (const ForecastMonth& month : months) api += month.comparison.api.cost;
  CHECK(horizon_cost(months).api == api);
  CHECK(horizon_cost(months, 0.1).api < api);
  CHECK(horizon_cost({months.front()}, 0.1).api == months.front().comparison.api.cost);
}

TEST_CASE("a month that cannot be served leaves self-hosting without a total") {
  Scenario scenario = worked_example(5e9);
  scenario.self_host.max_replicas = 1;
  const auto months = forecast(scenario, {.monthly_growth = 0.1}, 12);
  const HorizonCost cost = horizon_cost(months);
  CHECK_FALSE(cost.self_host.has_value());
  CHECK(cost.switching < cost.api);
  CHECK(flips(months).back().to == Verdict::infeasible);
}

}  // namespace breakeven
