// SPDX-License-Identifier: MIT
// A break-even put back into its scenario makes the two sides cost the same.
#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

constexpr int scenario_count = 5'000;

// u* and R* are those of one replica without fixed costs and spares.
Scenario single_replica(test::Draw& draw) {
  Scenario scenario = test::random_scenario(draw);
  scenario.self_host.fixed = Money{};
  scenario.self_host.spare_replicas = 0;
  scenario.self_host.min_replicas = 1;
  return scenario;
}

}  // namespace

TEST_CASE("a price equal to the marginal cost as decimals leaves no margin") {
  Scenario scenario;
  scenario.self_host.throughput = TotalRate{2500.0 * token / second};
  scenario.self_host.marginal = 1.21 * usd / mtok;
  scenario.api.input = scenario.api.output = scenario.api.cache_read = scenario.api.cache_write = 1.1 * usd / mtok;
  scenario.api.token_ratio = 1.1;
  scenario.workload.demand = 1e9 * token;
  const BreakEvens ties = compare(scenario).break_even;
  CHECK(ties.utilization.status == Status::never);
  CHECK(ties.throughput.status == Status::never);
  CHECK(ties.volume.status == Status::never);
}

TEST_CASE("a tie at a free GPU is a GPU price of 0") {
  Scenario scenario;
  scenario.self_host.throughput = TotalRate{2500.0 * token / second};
  scenario.self_host.marginal = 0.1 * usd / mtok;
  scenario.self_host.fixed = 200.0 * usd;
  scenario.api.input = scenario.api.output = scenario.api.cache_read = scenario.api.cache_write = 0.3 * usd / mtok;
  scenario.workload.demand = 1e9 * token;
  const Comparison comparison = compare(scenario);
  CHECK(comparison.verdict == Verdict::tie);
  REQUIRE(comparison.break_even.gpu_price.status == Status::at);
  CHECK(*comparison.break_even.gpu_price.value == HourlyPrice{});
}

TEST_CASE("at the break-even GPU price the sides tie") {
  test::Draw draw(11);
  int tried = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const auto price = compare(scenario).break_even.gpu_price;
    if (price.status != Status::at) continue;
    ++tried;
    scenario.self_host.gpu_price = price.value.value();
    scenario.self_host.gpu_discount = Fraction(0);
    CAPTURE(i);
    CHECK(compare(scenario).verdict == Verdict::tie);
  }
  CHECK(tried > scenario_count / 4);
}

TEST_CASE("at the break-even API price the sides tie") {
  test::Draw draw(12);
  int tried = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const auto price = compare(scenario).break_even.api_price;
    if (price.status != Status::at) continue;
    ++tried;
    scenario.api = test::flat_price(price.value.value());
    CAPTURE(i);
    CHECK(compare(scenario).verdict == Verdict::tie);
  }
  CHECK(tried > scenario_count / 2);
}

TEST_CASE("at the break-even throughput one full replica ties") {
  test::Draw draw(13);
  int tried = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = single_replica(draw);
    const auto rate = compare(scenario).break_even.throughput;
    if (rate.status != Status::at) continue;
    ++tried;
    scenario.self_host.throughput = TotalRate{rate.value.value()};
    scenario.workload.demand = replica(scenario.self_host, scenario.workload).capacity;
    const Comparison answer = compare(scenario);
    CAPTURE(i);
    CHECK(answer.self_host.replica_count == 1);
    CHECK(answer.verdict == Verdict::tie);
  }
  CHECK(tried > scenario_count / 2);
}

TEST_CASE("at the break-even utilization one replica ties") {
  test::Draw draw(14);
  int tried = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = single_replica(draw);
    const auto utilization = compare(scenario).break_even.utilization;
    if (utilization.status != Status::at) continue;
    ++tried;
    scenario.workload.demand = Utilization{Fraction(utilization.value.value())};
    const Comparison answer = compare(scenario);
    CAPTURE(i);
    CHECK_THAT(answer.self_host.utilization, Catch::Matchers::WithinRel(*utilization.value, 1e-12));
    CHECK(answer.verdict == Verdict::tie);
  }
  CHECK(tried > scenario_count / 4);
}

TEST_CASE(
    "at the first and the last break-even volume the sides tie, and so at every listed crossing to self-hosting") {
  test::Draw draw(15);
  int tried = 0;
  const auto ties_at = [](Scenario scenario, Tokens volume) {
    scenario.workload.demand = volume;
    return compare(scenario).verdict == Verdict::tie;
  };
  for (int i = 0; i < scenario_count; ++i) {
    const Scenario scenario = test::random_scenario(draw);
    const VolumeBreakEven volume = compare(scenario).break_even.volume;
    if (!volume.value) continue;
    ++tried;
    CAPTURE(i);
    CHECK(ties_at(scenario, volume.value.value()));
    CHECK(ties_at(scenario, volume.last.value()));
    for (const Crossing& crossing : volume.crossings)
      if (crossing.to == Side::self_host) CHECK(ties_at(scenario, crossing.volume));
  }
  CHECK(tried > scenario_count / 4);
}

}  // namespace breakeven
