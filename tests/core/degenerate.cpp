// SPDX-License-Identifier: MIT
// The degenerate cases of MODEL 2.5.
#include <set>
#include <string_view>
#include <utility>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using test::is;

// 1,825 usd a month for up to 1.8396B tokens, against 1.2 usd/Mtok.
Scenario plain() {
  Scenario scenario;
  scenario.self_host.gpu_price = 2.5 * usd / hour;
  scenario.self_host.throughput = TotalRate{700 * token / second};
  scenario.api = test::flat_price(1.2 * usd / mtok);
  scenario.workload.demand = 1e9 * token;
  return scenario;
}

}  // namespace

TEST_CASE("a free API is never beaten, and tied only by free self-hosting") {
  Scenario scenario = plain();
  scenario.api = Api{};
  const Comparison answer = compare(scenario);
  CHECK(answer.verdict == Verdict::api);
  CHECK(answer.break_even.volume.status == Status::never);
  CHECK(answer.break_even.utilization.status == Status::never);
  CHECK_FALSE(answer.break_even.utilization.needed);
  CHECK(answer.break_even.throughput.status == Status::never);
  CHECK_FALSE(answer.break_even.throughput.value);
  CHECK(answer.break_even.gpu_price.value == HourlyPrice{});
  scenario.self_host.gpu_price = HourlyPrice{};
  CHECK(compare(scenario).verdict == Verdict::tie);
}

TEST_CASE("self-hosting that costs nothing always wins") {
  Scenario scenario = plain();
  scenario.self_host.gpu_price = HourlyPrice{};
  const Comparison answer = compare(scenario);
  CHECK(answer.verdict == Verdict::self_host);
  CHECK(answer.break_even.volume.status == Status::always);
  CHECK(answer.break_even.volume.value == Tokens{});
  CHECK(answer.break_even.volume.last == Tokens{});
  CHECK(answer.break_even.volume.crossing_count == 0);
  CHECK(answer.break_even.utilization.status == Status::always);
  CHECK(answer.break_even.utilization.value == 0.0);
  CHECK(answer.break_even.throughput.status == Status::always);
}

TEST_CASE("free GPUs with a fixed cost break even once, whatever the steps") {
  Scenario scenario = plain();
  scenario.self_host.gpu_price = HourlyPrice{};
  scenario.self_host.fixed = 12'000 * usd;
  const VolumeBreakEven answer = compare(scenario).break_even.volume;
  CHECK(answer.status == Status::at);
  CHECK(answer.crossing_count == 1);
  CHECK_THAT(answer.value.value() / token, is(1e10));
  CHECK(answer.last == answer.value);
}

TEST_CASE("a replica that is worth no more than it costs never carries fixed costs") {
  Scenario scenario = plain();
  scenario.self_host.fixed = 100 * usd;
  for (const double price : {0.5, 1825 / 1839.6}) {
    scenario.api = test::flat_price(price * usd / mtok);
    CHECK(compare(scenario).break_even.volume.status == Status::never);
  }
}

TEST_CASE("replicas that are worth what they cost tie when full and never win") {
  Scenario scenario = plain();
  scenario.self_host.gpu_price = 2.52 * usd / hour;
  scenario.api = test::flat_price(1 * usd / mtok);
  scenario.workload.demand = 3 * 1.8396e9 * token;
  const Comparison answer = compare(scenario);
  CHECK(answer.verdict == Verdict::tie);
  CHECK(answer.break_even.volume.status == Status::never);
  CHECK(answer.break_even.volume.reason.find("ties") != std::string_view::npos);
  CHECK(answer.break_even.utilization.status == Status::at);
  CHECK_THAT(answer.break_even.utilization.value.value(), is(1));
}

TEST_CASE("at volume zero the rent is due and nothing is per token") {
  Scenario scenario = plain();
  scenario.workload.demand = Tokens{};
  scenario.self_host.fixed = 100 * usd;
  scenario.self_host.min_replicas = 2;
  scenario.self_host.spare_replicas = 1;
  const Comparison answer = compare(scenario);
  CHECK(answer.verdict == Verdict::api);
  CHECK(answer.api.cost == Money{});
  CHECK_FALSE(answer.api.per_token);
  CHECK_THAT(answer.self_host.cost.value() / usd, is(100 + 3 * 1825));
  CHECK_FALSE(answer.self_host.per_token);
  CHECK(answer.self_host.utilization == 0);
  CHECK(answer.break_even.gpu_price.status == Status::not_applicable);
  CHECK(answer.break_even.api_price.status == Status::not_applicable);
  CHECK(answer.break_even.volume.value.has_value());
}

TEST_CASE("a high minimum moves the first break-even up, to one crossing where it is far from the edge") {
  Scenario scenario = plain();
  scenario.self_host.min_replicas = 20;
  const VolumeBreakEven answer = compare(scenario).break_even.volume;
  CHECK(answer.status == Status::at);
  CHECK_THAT(answer.value.value() / token, is(20 * 1825 / 1.2e-6));
}

TEST_CASE("a marginal cost of at least the API's price is never recovered") {
  Scenario scenario = plain();
  for (const double marginal : {1.2, 2.0}) {
    scenario.self_host.marginal = marginal * usd / mtok;
    const BreakEvens answer = compare(scenario).break_even;
    CHECK(answer.volume.status == Status::never);
    CHECK(answer.utilization.status == Status::never);
    CHECK(answer.throughput.status == Status::never);
  }
  CHECK(compare(scenario).break_even.gpu_price.status == Status::never);
  CHECK_FALSE(compare(scenario).break_even.gpu_price.value);
}

TEST_CASE("an unreachable utilization says what it would take and which limit stands in the way") {
  const auto answer = [](double price, double max_utilization, double peak) {
    return utilization_break_even(1825 * usd, 1.8396e9 * token, price * usd / mtok, max_utilization, peak);
  };
  const double needed = 1825 / (1.2 * 1839.6);
  CHECK_THAT(answer(1.2, 1, 1).value.value(), is(needed));
  CHECK_THAT(answer(1.2, needed, 1).value.value(), is(needed));

  std::set<std::string_view> reasons;
  for (const Result<double>& never : {answer(1.2, 0.7, 1), answer(1.2, 0.9, 1.5), answer(0.9, 1, 1), answer(0, 1, 1)}) {
    CHECK(never.status == Status::never);
    CHECK_FALSE(never.value);
    CHECK(reasons.insert(never.reason).second);
  }
  CHECK_THAT(answer(1.2, 0.7, 1).needed.value(), is(needed));
  CHECK_THAT(answer(1.2, 0.9, 1.5).needed.value(), is(needed));
  CHECK_THAT(answer(0.9, 1, 1).needed.value(), is(1825 / (0.9 * 1839.6)));
}

TEST_CASE("a difference of a billionth is a tie") {
  Scenario scenario = plain();
  const double even = 1.825;
  for (const auto& [price, verdict] : {std::pair{even, Verdict::tie},
                                       {even * (1 + 0.9e-9), Verdict::tie},
                                       {even * (1 - 0.9e-9), Verdict::tie},
                                       {even * (1 + 2e-9), Verdict::self_host},
                                       {even * (1 - 2e-9), Verdict::api}}) {
    scenario.api = test::flat_price(price * usd / mtok);
    CHECK(compare(scenario).verdict == verdict);
  }
  scenario.api = test::flat_price(1 * usd / mtok);
  CHECK_THAT(compare(scenario).saving.value() / usd, is(-825));
}

TEST_CASE("where full replicas just tie, self-hosting wins in one point") {
  const Staircase staircase{.base = 1 * usd, .step = 1 * usd, .capacity = 2e6 * token};
  const VolumeBreakEven answer = volume_break_even(staircase, 1 * usd / mtok);
  CHECK(answer.status == Status::not_unique);
  CHECK(answer.crossing_count == 2);
  REQUIRE(answer.crossings.size() == 2);
  CHECK(answer.crossings[0].touch);
  CHECK(answer.crossings[0].to == Side::api);
  CHECK(answer.crossings[0].volume == 2e6 * token);
  CHECK_FALSE(answer.crossings[1].touch);
  CHECK(answer.crossings[1].volume == 3e6 * token);
  CHECK(answer.last == 3e6 * token);
}

}  // namespace breakeven
