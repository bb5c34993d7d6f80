// SPDX-License-Identifier: MIT
// Bills with tiers, free tokens and a minimum; spot GPUs; sessions: worked examples, and what must hold whatever the
// bill.
#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

constexpr int scenario_count = 4'000;

Scenario one_dollar_api() {
  Scenario scenario;
  scenario.self_host.gpu_price = 2.5 * usd / hour;
  scenario.self_host.throughput = TotalRate{2500.0 * token / second};
  scenario.api = test::flat_price(1 * usd / mtok);
  return scenario;
}

Money bill(const Scenario& scenario, Tokens volume) { return api_cost(scenario.api, scenario.workload, volume); }

VolumeTier flat(double above, double price) { return {above * token, price * usd / mtok}; }
VolumeTier discount(double above, double ratio) { return {above * token, Fraction(ratio)}; }

// Any scenario with any bill.
Scenario random_bill(test::Draw& draw) {
  Scenario scenario = test::random_scenario(draw);
  const Tokens asked = volume(scenario, replica(scenario.self_host, scenario.workload));
  Api& api = scenario.api;
  const Money usual = api_cost(api, scenario.workload, asked);
  api.tier_kind = draw.one_in(2) ? TierKind::marginal : TierKind::all_units;
  Tokens above = asked * draw.real(0.01, 1);
  for (std::int64_t tiers = draw.integer(0, 4); tiers > 0; --tiers) {
    api.tiers.push_back(draw.one_in(2) ? VolumeTier{above, Fraction(draw.real(0, 0.9))}
                                       : VolumeTier{above, api.input * draw.real(0, 1.5)});
    above = above * draw.real(1.1, 3);
  }
  if (draw.one_in(2)) api.free = asked * draw.real(0, 1);
  if (draw.one_in(2)) api.minimum = usual * draw.real(0, 2);
  if (draw.one_in(3)) {
    Spot& spot = scenario.self_host.spot;
    spot.interruptions = Frequency::from_held(draw.real(0, 1));
    spot.restart = draw.real(0, 0.5) * hour;
    spot.availability = Fraction(draw.real(0.3, 1));
    spot.fallback_price = draw.real(0, 5) * usd / hour;
  }
  return scenario;
}

using test::sum;

Money line_of(const std::vector<CostLine>& lines, Component component) {
  const auto line =
      std::find_if(lines.begin(), lines.end(), [&](const CostLine& l) { return l.component == component; });
  return line == lines.end() ? Money{} : line->cost;
}

Costs costs_at(Scenario scenario, Tokens volume) {
  scenario.workload.demand = volume;
  return costs(scenario);
}

}  // namespace

TEST_CASE("marginal brackets price the tokens above them, all units every token") {
  Scenario scenario = one_dollar_api();
  scenario.api.tiers = {flat(100e6, 0.8), discount(1e9, 0.4)};
  CHECK_THAT(bill(scenario, 100e6 * token) / usd, WithinRel(100, 1e-12));
  CHECK_THAT(bill(scenario, 1e9 * token) / usd, WithinRel(100 + 900 * 0.8, 1e-12));
  CHECK_THAT(bill(scenario, 2e9 * token) / usd, WithinRel(100 + 900 * 0.8 + 1000 * 0.6, 1e-12));
  scenario.api.tier_kind = TierKind::all_units;
  CHECK_THAT(bill(scenario, 100e6 * token) / usd, WithinRel(100, 1e-12));
  CHECK_THAT(bill(scenario, 100.1e6 * token) / usd, WithinRel(80.08, 1e-12));
  CHECK_THAT(bill(scenario, 2e9 * token) / usd, WithinRel(1200, 1e-12));
}

TEST_CASE("free tokens are the first ones, tiers count them, and the minimum is of the whole bill") {
  Scenario scenario = one_dollar_api();
  scenario.api.tiers = {flat(100e6, 0.8)};
  scenario.api.free = 40e6 * token;
  CHECK(bill(scenario, 40e6 * token) == Money{});
  CHECK_THAT(bill(scenario, 200e6 * token) / usd, WithinRel(60 + 80, 1e-12));
  scenario.api.tier_kind = TierKind::all_units;
  CHECK_THAT(bill(scenario, 200e6 * token) / usd, WithinRel(160 * 0.8, 1e-12));
  scenario.api.minimum = 150.0 * usd;
  CHECK(bill(scenario, Tokens{}) == 150.0 * usd);
  CHECK(bill(scenario, 200e6 * token) == 150.0 * usd);
  CHECK_THAT(bill(scenario, 1e9 * token) / usd, WithinRel(960 * 0.8, 1e-12));
  const ApiAnswer answer = api_answer(scenario, 200e6 * token);
  CHECK_THAT(line_of(answer.breakdown, Component::minimum) / usd, WithinRel(150 - 128, 1e-12));
}

TEST_CASE("volumes of tiers are those of API tokens, and their prices have the discounts") {
  Scenario scenario = one_dollar_api();
  scenario.api.token_ratio = 2;
  scenario.api.discount = Fraction(0.1);
  scenario.api.batch_discount = Fraction(0.5);
  scenario.api.batch_share = Fraction(0.4);
  scenario.api.tiers = {flat(1e9, 0.5)};
  // 2B API tokens, 1B of them at 1 and 1B at 0.5, times 0.9 and 0.8.
  CHECK_THAT(bill(scenario, 1e9 * token) / usd, WithinRel((1000 + 500) * 0.9 * 0.8, 1e-12));
}

TEST_CASE("an all-units tier may leave self-hosting a bounded region") {
  // One replica carries 1.8396B for 1825 usd: it pays from 1825/1.2 on, and no more where the price halves.
  Scenario scenario = one_dollar_api();
  scenario.self_host.throughput = TotalRate{700.0 * token / second};
  scenario.api = test::flat_price(1.2 * usd / mtok);
  scenario.api.tier_kind = TierKind::all_units;
  scenario.api.tiers = {discount(1.6e9, 0.5)};
  const VolumeBreakEven volume = compare(scenario).break_even.volume;
  CHECK(volume.status == Status::at);
  CHECK_THAT(volume.value.value() / token, WithinRel(1825 / 1.2 * 1e6, 1e-12));
  CHECK_FALSE(volume.last);
  CHECK_THAT(volume.until.value() / token, WithinRel(1.6e9, 1e-12));
  CHECK_FALSE(volume.reason.empty());
  REQUIRE(volume.crossings.size() == 2);
  CHECK(volume.crossings[1].to == Side::api);
}

TEST_CASE("a minimum dearer than a replica makes self-hosting win from the first token") {
  Scenario scenario = one_dollar_api();
  scenario.api.minimum = 2000.0 * usd;
  CHECK(compare(scenario).break_even.volume.status == Status::always);
  scenario.api.tiers = {discount(3e9, 0.8)};
  // The bill is 2400 + 0.2 a Mtok above 3B, a replica carries 6.57B for 1825 usd: one and two win wholly, three from
  // 15.375B on, four from 24.5B on, and five cost 9125 usd where the bill of what they carry is 8970.
  const VolumeBreakEven volume = compare(scenario).break_even.volume;
  CHECK(volume.value.value() == Tokens{});
  CHECK(volume.crossing_count == 3);
  REQUIRE(volume.crossings.size() == 6);
  CHECK_THAT(volume.crossings[2].volume / token, WithinRel(15.375e9, 1e-12));
  CHECK_THAT(volume.crossings[4].volume / token, WithinRel(24.5e9, 1e-12));
  CHECK_THAT(volume.until.value() / token, WithinRel(4 * 6.57e9, 1e-12));
}

TEST_CASE("interruptions and a fallback make the price of a spot GPU") {
  SelfHost self_host{.gpu_price = 1.0 * usd / hour, .throughput = TotalRate{1000.0 * token / second}};
  self_host.spot = {.interruptions = Frequency::from_held(0.2), .restart = 0.25 * hour};
  CHECK_THAT(replica(self_host, {}).cost / usd, WithinRel(730 * 1.05, 1e-12));
  self_host.spot.availability = Fraction(0.9);
  self_host.spot.fallback_price = 2.5 * usd / hour;
  self_host.overhead_multiplier = 1.2;
  const Replica one = replica(self_host, {});
  CHECK_THAT(one.cost / usd, WithinRel(1.2 * 730 * (0.9 * 1.05 + 0.1 * 2.5), 1e-12));
  const auto lines = self_host_breakdown(self_host, one, 2, Tokens{});
  CHECK_THAT(line_of(lines, Component::gpu_hours) / usd, WithinRel(2 * 730 * 0.9, 1e-12));
  CHECK_THAT(line_of(lines, Component::interruptions) / usd, WithinRel(2 * 730 * 0.9 * 0.05, 1e-12));
  CHECK_THAT(line_of(lines, Component::fallback) / usd, WithinRel(2 * 730 * 0.25, 1e-12));
}

TEST_CASE("sessions are billed in whole increments") {
  Sessions sessions{.per_month = 90, .length = 1.0 / 3 * hour};
  CHECK_THAT(sessions.billed() / hour * 2.5, WithinRel(75, 1e-12));
  sessions.billing_increment = 1.0 * hour;
  CHECK_THAT(sessions.billed() / hour * 2.5, WithinRel(225, 1e-12));
  sessions.billing_increment = 1.0 / 60 * hour;
  CHECK_THAT(sessions.billed() / hour, WithinRel(30, 1e-12));
  sessions.start_up = 2.5 / 60 * hour;
  CHECK_THAT(sessions.billed() / hour, WithinRel(90 * 23 / 60.0, 1e-12));
  CHECK_THAT(sessions.serving() / hour, WithinRel(30, 1e-12));
}

TEST_CASE("the lines of any bill add up, and its pieces are its cost") {
  test::Draw draw(11);
  for (int i = 0; i < scenario_count; ++i) {
    const Scenario scenario = random_bill(draw);
    const Comparison answer = compare(scenario);
    CAPTURE(i);
    CHECK_THAT(sum(answer.api.breakdown) / usd, WithinRel(answer.api.cost / usd, 1e-11));
    if (answer.self_host.cost)
      CHECK_THAT(sum(answer.self_host.breakdown) / usd, WithinRel(*answer.self_host.cost / usd, 1e-11));
    for (const auto* lines : {&answer.api.breakdown, &answer.self_host.breakdown})
      CHECK(std::none_of(lines->begin(), lines->end(), [](const CostLine& line) { return line.cost <= Money{}; }));
    const auto pieces = bill_pieces(scenario.api, scenario.workload);
    const auto above =
        std::find_if(pieces.begin(), pieces.end(), [&](const auto& p) { return p.from >= answer.volume; });
    const BillPiece& piece = above == pieces.begin() ? pieces.front() : *(above - 1);
    CHECK_THAT((piece.intercept + piece.slope * answer.volume) / usd, WithinRel(answer.api.cost / usd, 1e-9));
  }
}

TEST_CASE("both sides at once are those of the comparison") {
  test::Draw draw(12);
  for (int i = 0; i < scenario_count; ++i) {
    const Scenario scenario = random_bill(draw);
    const Comparison answer = compare(scenario);
    const Costs both = costs(scenario);
    CAPTURE(i);
    CHECK(both.volume == answer.volume);
    CHECK(both.replicas == answer.self_host.replica_count);
    CHECK(both.feasible == answer.self_host.feasible);
    CHECK(both.self_host == answer.self_host.cost.value_or(both.self_host));
    CHECK(both.api == answer.api.cost);
    CHECK(first_break_even_volume(scenario) == answer.break_even.volume.value);
  }
}

TEST_CASE("a tier without a discount changes nothing") {
  test::Draw draw(13);
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = test::random_scenario(draw);
    const Comparison before = compare(scenario);
    scenario.api.tier_kind = draw.one_in(2) ? TierKind::marginal : TierKind::all_units;
    scenario.api.tiers = {{before.volume * draw.real(0.1, 2) + 1 * token, Fraction(0)}};
    const Comparison after = compare(scenario);
    const auto& [straight, tiered] = std::tie(before.break_even.volume, after.break_even.volume);
    CAPTURE(i);
    CHECK_THAT(after.api.cost / usd, WithinRel(before.api.cost / usd, 1e-12));
    CHECK(tiered.status == straight.status);
    CHECK(tiered.crossing_count == straight.crossing_count);
    CHECK(tiered.value.has_value() == straight.value.has_value());
    if (tiered.value) CHECK_THAT(*tiered.value / token, WithinRel(*straight.value / token, 1e-11));
    if (straight.last) CHECK_THAT(tiered.last.value() / token, WithinRel(*straight.last / token, 1e-11));
    CHECK(tiered.needed.has_value() == straight.needed.has_value());
    CHECK(tiered.crossings.size() == straight.crossings.size());
  }
}

TEST_CASE("at every listed crossing of any bill the cheaper side changes") {
  test::Draw draw(14);
  int ties = 0, changes = 0;
  for (int i = 0; i < scenario_count; ++i) {
    const Scenario scenario = random_bill(draw);
    const VolumeBreakEven volume = compare(scenario).break_even.volume;
    for (const Crossing& crossing : volume.crossings) {
      CAPTURE(i, crossing.volume / token);
      const Costs there = costs_at(scenario, crossing.volume);
      const Money gap = there.self_host < there.api ? there.api - there.self_host : there.self_host - there.api;
      if (gap <= there.api * 1e-9) {
        ++ties;
        continue;
      }
      // A jump: the sides differ below and above it.
      if (crossing.volume == Tokens{}) continue;
      ++changes;
      const Costs below = costs_at(scenario, crossing.volume * (1 - 1e-9));
      const Costs above = costs_at(scenario, crossing.volume * (1 + 1e-9));
      CHECK((below.self_host <= below.api) == (crossing.to == Side::api));
      CHECK((above.self_host <= above.api) == (crossing.to == Side::self_host));
    }
  }
  CHECK(std::min(ties, changes) > 500);
}

TEST_CASE("the tying prices tie any bill") {
  test::Draw draw(15);
  int tied = 0;
  for (int i = 0; i < scenario_count; ++i) {
    Scenario scenario = random_bill(draw);
    const Comparison answer = compare(scenario);
    const auto& price = answer.break_even.gpu_price;
    if (!price.value || *price.value == HourlyPrice{}) continue;
    ++tied;
    CAPTURE(i);
    scenario.self_host.gpu_discount = Fraction(0);
    scenario.self_host.gpu_price = *price.value;
    const Costs both = costs(scenario);
    CHECK_THAT(both.self_host / usd, WithinRel(both.api / usd, 1e-9));
    CHECK_THAT(*answer.break_even.api_price.value * answer.volume / usd,
               WithinRel(*answer.self_host.cost / usd, 1e-12));
  }
  CHECK(tied > 500);
}

}  // namespace breakeven
