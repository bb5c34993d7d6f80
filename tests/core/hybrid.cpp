// SPDX-License-Identifier: MIT
// How many replicas a trace is worth: the worked day, and every number of replicas tried one by one.
#include "breakeven/hybrid.hpp"

#include <algorithm>
#include <limits>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "catch.hpp"
#include "test_traffic.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using test::is;
using test::month;

Scenario random_sizing(test::Draw& draw) {
  Scenario scenario;
  SelfHost& self_host = scenario.self_host;
  self_host.gpu_price = draw.scale(0.3, 3) * usd / hour;
  self_host.overhead_multiplier = draw.one_in(2) ? 1 : draw.real(1, 2);
  self_host.max_utilization = Fraction(draw.one_in(2) ? 1 : draw.real(0.5, 1));
  self_host.throughput = TotalRate{1.0 * token / second};
  self_host.fixed = (draw.one_in(2) ? 0 : draw.scale(10, 5000)) * usd;
  self_host.replica_fixed = (draw.one_in(2) ? 0 : draw.scale(1, 300)) * usd;
  self_host.spare_replicas = draw.one_in(2) ? 0 : draw.integer(1, 2);
  self_host.min_replicas = draw.one_in(2) ? 1 : draw.integer(1, 4);
  if (draw.one_in(3)) self_host.max_replicas = self_host.min_replicas + draw.integer(0, 4);
  return scenario;
}

// Tiers, free tokens and a minimum near the month's tokens.
Api random_bill(test::Draw& draw, Tokens tokens) {
  const double price = draw.scale(0.3, 4);
  Api api = test::flat_price(price * usd / mtok);
  if (draw.one_in(2)) api.free = tokens * draw.real(0, 0.5);
  if (draw.one_in(2)) api.minimum = price * usd / mtok * tokens * draw.real(0, 1.2);
  api.tier_kind = draw.one_in(2) ? TierKind::marginal : TierKind::all_units;
  for (double above = draw.real(0.05, 0.5); above < 1; above += draw.real(0.05, 0.6))
    api.tiers.push_back({.above = tokens * above, .price = Fraction(draw.real(0, 0.9))});
  return api;
}

// The cost of one number of replicas, bin by bin.
Money cost_of(const std::vector<LoadBin>& bins, const Scenario& scenario, double count) {
  Time width;
  for (const LoadBin& bin : bins) width += bin.width;
  const double months = month / width;
  Money api, marginal;
  Tokens overflowing;
  for (const LoadBin& bin : bins) {
    const double served = count > 0 ? std::min(1.0, count / std::max(bin.replicas, 1e-300)) : 0;
    api += bin.api * (1 - served) * months;
    overflowing += bin.tokens * (1 - served) * months;
    marginal += bin.marginal * served * months;
  }
  if (!is_proportional(scenario.api))
    api = overflowing > 1e-3 * token ? api_cost(scenario.api, scenario.workload, overflowing) : Money{};
  if (count == 0) return api;
  SelfHost always_on = scenario.self_host;
  always_on.billed = always_on.serving = month;
  return api + marginal + self_host_cost(always_on, replica(always_on, scenario.workload), count, Tokens{});
}

void check_against_scan(test::Draw& draw, const std::vector<LoadBin>& bins, const Scenario& scenario) {
  const HybridSizing sizing = hybrid_sizing(LoadDurationCurve(bins), scenario, month, draw.one_in(2) ? 5 : 200);
  double peak = 0;
  for (const LoadBin& bin : bins) peak = std::max(peak, std::ceil(bin.replicas * (1 - 1e-12)));
  const auto least = static_cast<double>(scenario.self_host.min_replicas);
  const double most = scenario.self_host.max_replicas ? static_cast<double>(*scenario.self_host.max_replicas)
                                                      : std::numeric_limits<double>::infinity();
  Money best = cost_of(bins, scenario, 0);
  CHECK_THAT(sizing.all_api.cost() / usd, WithinRel(best / usd, 1e-10));
  for (double count = least; count <= std::min(most, std::max(least, peak) + 3); ++count)
    best = std::min(best, cost_of(bins, scenario, count));
  CHECK_THAT(sizing.best.cost() / usd, WithinRel(best / usd, 1e-8) || WithinAbs(best / usd, 1e-9));
  CHECK(sizing.peak_replica_count == std::max(least, peak));
  REQUIRE(sizing.all_self_host.has_value() == (sizing.peak_replica_count <= most));
  if (sizing.all_self_host) CHECK(sizing.all_self_host->overflow_token_ratio == 0);
  for (const HybridRow& row : sizing.rows)
    CHECK_THAT(row.cost() / usd, WithinRel(cost_of(bins, scenario, row.replica_count) / usd, 1e-9) ||
                                     WithinAbs(cost_of(bins, scenario, row.replica_count) / usd, 1e-9));
}

}  // namespace

TEST_CASE("the golden hybrid splits of a day are reproduced") {
  const auto document = test::read_data("golden_day.json");
  CHECK(document.at("hybrid").size() == 5);
  for (const auto& expected : document.at("hybrid")) {
    const test::GoldenDay day(expected.at("api_usd_per_mtok").get<double>());
    const LoadDurationCurve curve(day.loads());
    const HybridSizing sizing = hybrid_sizing(curve, day.scenario, 24.0 * hour);
    CHECK(sizing.best.replica_count == expected.at("best_replica_count").get<double>());
    CHECK(sizing.most_best == expected.at("most_best_replica_count").get<double>());
    CHECK(sizing.peak_replica_count == 4);
    CHECK(sizing.rows.size() == 5);
    for (const auto& want : expected.at("rows")) {
      const HybridRow row = hybrid_row(curve, day.scenario, 24.0 * hour, want.at("replica_count").get<double>());
      INFO(want.dump());
      CHECK_THAT(row.cost() / usd, is(want.at("usd_per_day").get<double>()));
      CHECK_THAT(row.overflow_token_ratio * 128, is(want.at("overflow_mtok").get<double>()));
      const auto& marginal = want.at("marginal_utilization_ratio");
      REQUIRE(row.marginal_utilization.has_value() == marginal.is_number());
      if (!row.marginal_utilization) continue;
      CHECK_THAT(*row.marginal_utilization, is(marginal.get<double>()));
      CHECK_THAT(*row.utilization * row.replica_count * 60, is(want.at("served_mtok").get<double>()));
    }
  }
}

TEST_CASE("the best number of replicas is the best of all") {
  test::Draw draw(42);
  for (int i = 0; i < 4000; ++i) {
    INFO("case " << i);
    check_against_scan(draw, test::random_loads(draw, draw.scale(0.3, 30)), random_sizing(draw));
  }
}

TEST_CASE("so it is under a bill with tiers, free tokens and a minimum") {
  test::Draw draw(43);
  for (int i = 0; i < 4000; ++i) {
    INFO("case " << i);
    const std::vector<LoadBin> bins = test::random_loads(draw, draw.scale(0.3, 30));
    Scenario scenario = random_sizing(draw);
    const LoadDurationCurve curve(bins);
    scenario.api = random_bill(draw, curve.total().tokens * (month / curve.width()));
    if (curve.total().tokens > Tokens{}) check_against_scan(draw, bins, scenario);
  }
}

TEST_CASE("the last replica is worth keeping as long as it saves what it costs") {
  test::Draw draw(44);
  for (int i = 0; i < 4000; ++i) {
    const std::vector<LoadBin> bins = test::random_loads(draw, 20);
    const LoadDurationCurve curve(bins);
    Scenario scenario = random_sizing(draw);
    scenario.self_host.min_replicas = 1;
    scenario.self_host.max_replicas.reset();
    scenario.self_host.spare_replicas = 0;
    scenario.self_host.fixed = Money{};
    const Money cost = replica_hour_price(scenario.self_host) * month + scenario.self_host.replica_fixed;
    double kept = 0;
    for (double count = 1; count <= 21; ++count) {
      const Overflow before = curve.overflow(count - 1);
      const Overflow after = curve.overflow(count);
      const Money saved = (before.api - after.api - before.marginal + after.marginal) * (month / curve.width());
      if (saved >= cost) ++kept;
    }
    CHECK(hybrid_sizing(curve, scenario, month).best.replica_count == kept);
  }
}

TEST_CASE("of one mix that is a marginal utilization of at least the break-even one") {
  test::Draw draw(45);
  for (int i = 0; i < 1000; ++i) {
    Scenario scenario = random_sizing(draw);
    scenario.self_host = {.gpu_price = scenario.self_host.gpu_price,
                          .throughput = TotalRate{0.5 * mtok / hour},
                          .max_utilization = scenario.self_host.max_utilization,
                          .derate = Fraction(draw.real(0.5, 1)),
                          .billed = month,
                          .serving = month};
    scenario.api = test::flat_price(draw.scale(0.5, 20) * usd / mtok);
    std::vector<TrafficBin> traffic(30);
    for (TrafficBin& bin : traffic) bin = {.width = 1.0 * hour, .input = draw.real(0, 5) * mtok};
    const LoadDurationCurve curve(load_curve(traffic, scenario.self_host, scenario.api, scenario.workload));
    const Replica one = replica(scenario.self_host, scenario.workload);
    const double needed = one.cost / (effective_price(scenario.api, scenario.workload) * one.full_load);
    const HybridSizing sizing = hybrid_sizing(curve, scenario, month);
    double kept = 0;
    double sum = 0;
    for (const HybridRow& row : sizing.rows) {
      if (row.replica_count == 0) continue;
      sum += *row.marginal_utilization;
      CHECK_THAT(*row.utilization * row.replica_count, is(sum));
      if (*row.marginal_utilization >= needed) ++kept;
    }
    CHECK(sizing.best.replica_count == kept);
  }
}

TEST_CASE("utilization is what compare says of the same replicas") {
  test::GoldenDay day(2);
  day.scenario.self_host.max_utilization = Fraction(0.8);
  day.scenario.self_host.derate = Fraction(0.9);
  day.scenario.self_host.min_replicas = 6;
  day.scenario.self_host.billed = day.scenario.self_host.serving = 24.0 * hour;
  const HybridRow row = *hybrid_sizing(LoadDurationCurve(day.loads()), day.scenario, 24.0 * hour).all_self_host;
  const Replica one = replica(day.scenario.self_host, day.scenario.workload);
  CHECK(row.replica_count == 6);
  CHECK_THAT(*row.utilization, is(128.0 * mtok / (one.full_load * 6)));
  CHECK_THAT(row.cost() / usd, is(self_host_cost(day.scenario.self_host, one, 6, 128.0 * mtok) / usd));
}

TEST_CASE("rows are few however many replicas a peak needs") {
  std::vector<LoadBin> bins(24, {.width = 1.0 * hour, .replicas = 3.5e9, .api = 7e9 * usd, .tokens = 1e12 * token});
  bins[5].replicas = 1e11;
  Scenario scenario;
  scenario.self_host.gpu_price = 1.0 * usd / hour;
  const HybridSizing sizing = hybrid_sizing(LoadDurationCurve(bins), scenario, month, 20);
  CHECK(sizing.best.replica_count == 3.5e9);
  CHECK(sizing.peak_replica_count == 1e11);
  CHECK(sizing.rows.size() <= 26);
  CHECK(sizing.rows.front().replica_count == 0);
  CHECK(sizing.rows.back().replica_count == 1e11);
  CHECK(std::count_if(sizing.rows.begin(), sizing.rows.end(),
                      [](const HybridRow& row) { return std::abs(row.replica_count - 3.5e9) <= 1; }) == 3);
}

TEST_CASE("a trace without traffic needs no replicas") {
  const std::vector<LoadBin> bins{{.width = 5.0 * hour}};
  Scenario scenario;
  scenario.self_host.gpu_price = 1.0 * usd / hour;
  const HybridSizing sizing = hybrid_sizing(LoadDurationCurve(bins), scenario, month);
  CHECK(sizing.best.replica_count == 0);
  CHECK(sizing.best.cost() == Money{});
  CHECK_FALSE(sizing.best.overflow_request_ratio.has_value());
  CHECK(sizing.all_self_host->replica_count == 1);
}

TEST_CASE("sizing for a percentile leaves what the busier hours hold above it") {
  test::GoldenDay day(2);
  const LoadDurationCurve curve(day.loads());
  const auto sized = [&](double percentile) {
    return percentile_sizing(curve, day.scenario, 24.0 * hour, Fraction(percentile));
  };
  CHECK(sized(0.5).load == 2);
  CHECK(sized(0.5).row.replica_count == 2);
  CHECK_THAT(sized(0.5).row.overflow_token_ratio, is(43.0 / 128));
  CHECK(sized(1).row.overflow_token_ratio == 0);
  CHECK(sized(0.05).row.replica_count == 1);
  day.scenario.self_host.max_replicas = 3;
  CHECK(sized(1).row.replica_count == 3);
  const std::vector<LoadBin> idle{{.width = 9.0 * hour}, {.width = 1.0 * hour, .replicas = 2.5}};
  const LoadDurationCurve mostly_idle(idle);
  CHECK(percentile_sizing(mostly_idle, day.scenario, month, Fraction(0.9)).row.replica_count == 0);
  CHECK(percentile_sizing(mostly_idle, day.scenario, month, Fraction(0.91)).row.replica_count == 3);
}

}  // namespace breakeven
