// SPDX-License-Identifier: MIT
// What must hold whatever the scenario.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

constexpr int scenario_count = 5'000;

bool near(double a, double b) { return std::abs(a - b) <= 1e-11 * std::max(std::abs(a), std::abs(b)); }

// A break-even that is out of reach lies beyond every other.
template <class Value>
Value or_infinite(const std::optional<Value>& value) {
  return value.value_or(Value::from_held(std::numeric_limits<double>::infinity()));
}
double or_infinite(const std::optional<double>& value) {
  return value.value_or(std::numeric_limits<double>::infinity());
}

template <class Value>
bool near(const std::optional<Value>& a, const std::optional<Value>& b, double factor) {
  if (!a || !b) return a.has_value() == b.has_value();
  return near(*a / Value::from_held(1), *b / Value::from_held(1) * factor);
}

using test::sum;

void scale_prices(Scenario& scenario, double factor) {
  SelfHost& self_host = scenario.self_host;
  self_host.gpu_price = self_host.gpu_price * factor;
  self_host.fixed = self_host.fixed * factor;
  self_host.replica_fixed = self_host.replica_fixed * factor;
  self_host.marginal = self_host.marginal * factor;
  Api& api = scenario.api;
  for (TokenPrice* price : {&api.input, &api.output, &api.cache_read, &api.cache_write}) *price = *price * factor;
  api.request_fee = api.request_fee * factor;
}

// The cheaper side at `volume` by the crossings alone; nothing beyond the listed ones.
std::optional<Side> side_at(Tokens volume, const VolumeBreakEven& answer) {
  if (answer.status == Status::always) return Side::self_host;
  if (answer.last && volume >= *answer.last) return Side::self_host;
  if (answer.crossing_count > crossings_listed && volume >= answer.crossings.back().volume) return std::nullopt;
  Side side = Side::api;
  for (const Crossing& crossing : answer.crossings)
    if (crossing.volume <= volume) side = crossing.to;
  return side;
}

}  // namespace

TEST_CASE("a dearer API raises no break-even that self-hosting has to reach") {
  test::Draw draw(1);
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const BreakEvens before = compare(scenario).break_even;
    const double factor = draw.real(1, 2);
    Api& api = scenario.api;
    for (TokenPrice* price : {&api.input, &api.output, &api.cache_read, &api.cache_write}) *price = *price * factor;
    const BreakEvens after = compare(scenario).break_even;
    CAPTURE(i);
    CHECK(or_infinite(after.utilization.needed) <= or_infinite(before.utilization.needed));
    CHECK(or_infinite(after.utilization.value) <= or_infinite(before.utilization.value));
    CHECK(or_infinite(after.throughput.value) <= or_infinite(before.throughput.value));
    CHECK(or_infinite(after.volume.value) <= or_infinite(before.volume.value));
    CHECK(or_infinite(after.volume.last) <= or_infinite(before.volume.last));
    CHECK(after.gpu_price.value.value_or(HourlyPrice{}) >= before.gpu_price.value.value_or(HourlyPrice{}));
    CHECK(after.api_price.value == before.api_price.value);
  }
}

TEST_CASE("a currency changes the money and nothing else") {
  test::Draw draw(2);
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const Comparison before = compare(scenario);
    const double factor = draw.scale(0.01, 200);
    scale_prices(scenario, factor);
    const Comparison after = compare(scenario);
    CAPTURE(i, factor);
    CHECK(after.verdict == before.verdict);
    CHECK(after.self_host.replica_count == before.self_host.replica_count);
    CHECK(near(after.self_host.cost, before.self_host.cost, factor));
    CHECK(near(after.self_host.per_token, before.self_host.per_token, factor));
    CHECK(near(after.self_host.per_token_at_full_load, before.self_host.per_token_at_full_load, factor));
    CHECK(near(after.self_host.per_request, before.self_host.per_request, factor));
    CHECK(near(after.api.cost / usd, before.api.cost / usd * factor));
    CHECK(near(after.break_even.utilization.needed.value_or(0), before.break_even.utilization.needed.value_or(0)));
    CHECK(after.break_even.utilization.status == before.break_even.utilization.status);
    CHECK(near(after.break_even.throughput.value, before.break_even.throughput.value, 1));
    CHECK(near(after.break_even.api_price.value, before.break_even.api_price.value, factor));
    const VolumeBreakEven& volume = after.break_even.volume;
    CHECK(volume.status == before.break_even.volume.status);
    CHECK(volume.crossing_count == before.break_even.volume.crossing_count);
    CHECK(near(volume.value, before.break_even.volume.value, 1));
    CHECK(near(volume.last, before.break_even.volume.last, 1));
  }
}

TEST_CASE("the components add up to the totals, and none is zero") {
  test::Draw draw(3);
  for (int i = 0; i < scenario_count; ++i) {
    const Comparison answer = compare(test::random_scenario(draw));
    CAPTURE(i);
    CHECK(near(sum(answer.api.breakdown) / usd, answer.api.cost / usd));
    CHECK(near(sum(answer.self_host.breakdown) / usd, answer.self_host.cost.value_or(Money{}) / usd));
    CHECK(answer.saving.has_value() == answer.self_host.feasible);
    for (const auto* lines : {&answer.api.breakdown, &answer.self_host.breakdown})
      CHECK(std::none_of(lines->begin(), lines->end(), [](const CostLine& line) { return line.cost == Money{}; }));
  }
}

TEST_CASE("the verdict at a volume is the side that the crossings name") {
  test::Draw draw(4);
  int decided = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const VolumeBreakEven crossings = compare(scenario).break_even.volume;
    const Tokens near_crossings = crossings.value.value_or(Tokens{}) * draw.real(0.5, 3);
    if (near_crossings > Tokens{}) scenario.workload.demand = near_crossings;
    const Comparison answer = compare(scenario);
    const std::optional<Side> side = side_at(answer.volume, crossings);
    if (!side || answer.verdict == Verdict::infeasible || answer.verdict == Verdict::tie) continue;
    ++decided;
    CAPTURE(i, answer.volume / token);
    CHECK(answer.verdict == (*side == Side::self_host ? Verdict::self_host : Verdict::api));
  }
  CHECK(decided > scenario_count / 2);
}

TEST_CASE("more volume never takes fewer replicas, and the replicas carry it") {
  test::Draw draw(5);
  for (int i = 0; i < scenario_count; ++i) {
    const Scenario scenario = test::random_scenario(draw);
    const Replica one = replica(scenario.self_host, scenario.workload);
    const Tokens less = one.capacity * draw.real(0, 20);
    const Tokens more = less * draw.real(1, 2);
    const double count = replicas_needed(scenario.self_host, one, more);
    CAPTURE(i);
    CHECK(replicas_needed(scenario.self_host, one, less) <= count);
    CHECK(one.capacity * count >= more * (1 - 1e-12));
    CHECK((count == static_cast<double>(scenario.self_host.min_replicas) || one.capacity * (count - 1) < more));
  }
}

}  // namespace breakeven
