// SPDX-License-Identifier: MIT
// The rented side: how many replicas, what they cost, what they carry (MODEL 2.1, 2.6).
#include <utility>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using test::is;

// 2.5 usd/h and 700 tok/s: 1,825 usd carry 1.8396B tokens. The API costs 1.2 usd/Mtok.
Scenario one_gpu(Tokens volume) {
  Scenario scenario;
  scenario.self_host.gpu_price = 2.5 * usd / hour;
  scenario.self_host.throughput = TotalRate{700 * token / second};
  scenario.api = test::flat_price(1.2 * usd / mtok);
  scenario.workload.demand = volume;
  return scenario;
}
constexpr Tokens one_replica = 1.8396e9 * token;

double cost(const Scenario& scenario) { return compare(scenario).self_host.cost.value() / usd; }
double replica_count(const Scenario& scenario) { return compare(scenario).self_host.replica_count; }

}  // namespace

TEST_CASE("a replica is added where the last one is full") {
  CHECK(replica_count(one_gpu(Tokens{})) == 1);
  CHECK(replica_count(one_gpu(one_replica * 0.5)) == 1);
  CHECK(replica_count(one_gpu(one_replica)) == 1);
  CHECK(replica_count(one_gpu(one_replica * (1 + 1e-13))) == 1);
  CHECK(replica_count(one_gpu(one_replica * (1 + 1e-11))) == 2);
  CHECK(replica_count(one_gpu(one_replica * 3)) == 3);
  CHECK(replica_count(one_gpu(one_replica * 1e9)) == 1e9);
}

TEST_CASE("spares are paid and serve nothing") {
  Scenario scenario = one_gpu(one_replica * 2);
  scenario.self_host.spare_replicas = 3;
  scenario.self_host.gpus_per_replica = 2;
  const Comparison answer = compare(scenario);
  CHECK(answer.self_host.replica_count == 2);
  CHECK(answer.self_host.spare_count == 3);
  CHECK(answer.self_host.gpu_count == 10);
  CHECK_THAT(answer.self_host.cost.value() / usd, is(5 * 3650));
  CHECK_THAT(answer.self_host.capacity / token, is(2 * 1.8396e9));
  CHECK_THAT(answer.self_host.utilization, is(1));
  CHECK_THAT(answer.break_even.utilization.needed.value(), is(2 * 1825 / (1.2e-6 * 1.8396e9)));
}

TEST_CASE("headroom and peaks take replicas, not full-load throughput") {
  Scenario scenario = one_gpu(one_replica * 2);
  scenario.self_host.max_utilization = Fraction(0.8);
  CHECK(replica_count(scenario) == 3);
  scenario.self_host.peak_to_average = 2;
  const Comparison answer = compare(scenario);
  CHECK(answer.self_host.replica_count == 5);
  CHECK_THAT(answer.replica.capacity / token, is(1.8396e9 * 0.4));
  CHECK_THAT(answer.self_host.capacity / token, is(5 * 1.8396e9));
  CHECK_THAT(answer.self_host.utilization, is(0.4));
  CHECK_THAT(answer.self_host.per_token_at_full_load.value() / (usd / mtok), is(1825 / 1839.6));
  CHECK_THAT(answer.break_even.throughput.value.value() / (token / second), is(1825e6 / (1.2 * 3600 * 730 * 0.4)));
}

TEST_CASE("a derate lowers what a replica delivers") {
  Scenario scenario = one_gpu(one_replica);
  scenario.self_host.derate = Fraction(0.7);
  const Comparison answer = compare(scenario);
  CHECK(answer.self_host.replica_count == 2);
  CHECK_THAT(answer.self_host.per_token_at_full_load.value() / (usd / mtok), is(1825 / 1839.6 / 0.7));
  CHECK_THAT(answer.break_even.throughput.value.value() / (token / second), is(1825e6 / (1.2 * 3600 * 730 * 0.7)));
}

TEST_CASE("a schedule bills and serves its hours") {
  Scenario scenario = one_gpu(1e8 * token);
  scenario.self_host.billed = scenario.self_host.serving = 8.0 * 22.0 * hour;
  CHECK_THAT(cost(scenario), is(440));
  CHECK_THAT(compare(scenario).self_host.capacity / token, is(700.0 * 3600 * 176));
  SECTION("hours that are billed and do not serve make tokens dearer") {
    scenario.self_host.billed = 730.0 * hour;
    CHECK_THAT(cost(scenario), is(1825));
    CHECK_THAT(compare(scenario).self_host.per_token_at_full_load.value() / (usd / mtok),
               is(1825 / 1839.6 * 730 / 176));
    CHECK_THAT(compare(scenario).break_even.gpu_price.value.value() / (usd / hour), is(120.0 / 730));
  }
}

TEST_CASE("the minimum is paid from the first token, the maximum cannot be exceeded") {
  Scenario scenario = one_gpu(1e6 * token);
  scenario.self_host.min_replicas = 2;
  scenario.self_host.max_replicas = 3;
  CHECK_THAT(cost(scenario), is(2 * 1825));
  scenario.workload.demand = one_replica * 3;
  CHECK(compare(scenario).self_host.feasible);

  scenario.workload.demand = one_replica * 3.01;
  const Comparison answer = compare(scenario);
  CHECK(answer.verdict == Verdict::infeasible);
  CHECK(answer.self_host.replica_count == 4);
  CHECK_FALSE(answer.self_host.reason.empty());
  CHECK_FALSE(answer.self_host.cost);
  CHECK_FALSE(answer.self_host.per_token);
  CHECK_FALSE(answer.saving);
  CHECK(answer.break_even.gpu_price.status == Status::not_applicable);
  CHECK(answer.break_even.api_price.status == Status::not_applicable);
  CHECK(answer.break_even.utilization.status == Status::at);
  CHECK(answer.break_even.volume.status == Status::not_unique);
}

TEST_CASE("the month's cost, line by line") {
  Scenario scenario = one_gpu(one_replica * 2);
  SelfHost& self_host = scenario.self_host;
  self_host.gpu_discount = Fraction(0.2);
  self_host.overhead_multiplier = 1.5;
  self_host.replica_fixed = 10 * usd;
  self_host.fixed = 6100 * usd;
  self_host.marginal = 0.01 * usd / mtok;
  self_host.spare_replicas = 1;
  const std::vector<std::pair<Component, double>> expected{
      {Component::gpu_hours, 2 * 1460.0}, {Component::overhead, 1460}, {Component::spares, 2200},
      {Component::replica_fixed, 20},     {Component::fixed, 6100},    {Component::marginal, 36.792}};
  const SelfHostAnswer answer = compare(scenario).self_host;
  REQUIRE(answer.breakdown.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(answer.breakdown[i].component == expected[i].first);
    CHECK_THAT(answer.breakdown[i].cost / usd, is(expected[i].second));
  }
  CHECK_THAT(answer.cost.value() / usd, is(3 * 2200 + 6100 + 36.792));
  CHECK_THAT(answer.per_token_at_full_load.value() / (usd / mtok), is(2200 / 1839.6 + 0.01));
}

TEST_CASE("the break-even GPU price holds the replicas, spares and fixed costs") {
  Scenario scenario = one_gpu(one_replica * 3);
  scenario.self_host.spare_replicas = 1;
  scenario.self_host.gpus_per_replica = 2;
  scenario.self_host.overhead_multiplier = 1.25;
  scenario.self_host.fixed = 1000 * usd;
  scenario.self_host.replica_fixed = 50 * usd;
  scenario.self_host.marginal = 0.2 * usd / mtok;
  const double for_one_replica = (1.0 * 3 * 1839.6 - 1000) / 4 - 50;
  CHECK_THAT(compare(scenario).break_even.gpu_price.value.value() / (usd / hour),
             is(for_one_replica / (1.25 * 2 * 730)));
}

}  // namespace breakeven
