// SPDX-License-Identifier: MIT
// The search for the values of an unknown: functions whose solutions are known, random scenarios against a dense scan,
// and the closed forms of MODEL.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/goal.hpp"
#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "core/numerics/root_finding.hpp"
#include "inputs/input_table.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using test::Draw;
using test::flat_price;
using test::random_scenario;
using Found = std::vector<Solution>;

Found found(const Difference& difference, const SearchRange& range) { return find_solutions(difference, range).list; }

void check(const Found& solutions, const Found& expected) {
  REQUIRE(solutions.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("solution " << i << " at " << solutions[i].value);
    CHECK_THAT(solutions[i].value, WithinRel(expected[i].value, 1e-14));
    CHECK(solutions[i].kind == expected[i].kind);
    CHECK(solutions[i].to_positive == expected[i].to_positive);
    CHECK(solutions[i].touch == expected[i].touch);
  }
}

constexpr auto root = SolutionKind::root;
constexpr auto jump = SolutionKind::jump;

/// An input that is solved for. It returns whether the scenario can be asked with the number.
struct Unknown {
  const char* key;
  bool (*set)(Scenario&, double);
};

bool replicas_agree(const SelfHost& self_host) {
  return !self_host.max_replicas || *self_host.max_replicas >= self_host.min_replicas;
}

constexpr std::array unknowns{
    Unknown{"gpu_usd_per_hour", [](Scenario& s, double x) { return s.self_host.gpu_price = x * usd / hour, true; }},
    Unknown{"tok_per_s",
            [](Scenario& s, double x) { return s.self_host.throughput = TotalRate{x * token / second}, true; }},
    Unknown{"max_utilization_ratio",
            [](Scenario& s, double x) { return s.self_host.max_utilization = Fraction(x), true; }},
    Unknown{"derate_ratio", [](Scenario& s, double x) { return s.self_host.derate = Fraction(x), true; }},
    Unknown{"peak_to_average_ratio", [](Scenario& s, double x) { return s.self_host.peak_to_average = x, true; }},
    Unknown{"fixed_usd_per_month", [](Scenario& s, double x) { return s.self_host.fixed = x * usd, true; }},
    Unknown{"marginal_usd_per_mtok", [](Scenario& s, double x) { return s.self_host.marginal = x * usd / mtok, true; }},
    Unknown{"billed_hours_per_month",
            [](Scenario& s, double x) { return s.self_host.billed = s.self_host.serving = x * hour, true; }},
    Unknown{"serving_hours_per_month",
            [](Scenario& s, double x) {
              s.self_host.serving = x * hour;
              return s.self_host.serving <= s.self_host.billed;
            }},
    Unknown{"spare_replicas", [](Scenario& s, double x) { return s.self_host.spare_replicas = std::llround(x), true; }},
    Unknown{"min_replicas",
            [](Scenario& s, double x) {
              s.self_host.min_replicas = std::llround(x);
              return replicas_agree(s.self_host);
            }},
    Unknown{"max_replicas",
            [](Scenario& s, double x) {
              s.self_host.max_replicas = std::llround(x);
              return replicas_agree(s.self_host);
            }},
    Unknown{"api_token_ratio", [](Scenario& s, double x) { return s.api.token_ratio = x, true; }},
    Unknown{"batch_share_ratio", [](Scenario& s, double x) { return s.api.batch_share = Fraction(x), true; }},
    Unknown{"tok_per_month", [](Scenario& s, double x) { return s.workload.demand = x * token, true; }},
    Unknown{"utilization_ratio",
            [](Scenario& s, double x) {
              s.workload.demand = Utilization{Fraction(x)};
              return x <= static_cast<double>(s.self_host.max_utilization) / s.self_host.peak_to_average;
            }},
    Unknown{"cache_hit_ratio",
            [](Scenario& s, double x) {
              s.workload.cache_hit = Fraction(x);
              return x + static_cast<double>(s.workload.cache_write) <= 1;
            }},
};

const io::Domain& domain_of(const Unknown& unknown) { return app::row(*app::find_key(unknown.key)).domain; }

Solutions solved(const Scenario& scenario, const Unknown& unknown) {
  Scenario varied = scenario;
  const io::Domain& domain = domain_of(unknown);
  return find_solutions(
      [&](double x) { return unknown.set(varied, x) ? std::optional(app::tie_probe({}, varied)) : std::nullopt; },
      {.low = domain.min, .high = domain.max, .whole = domain.integer});
}

/// 1 where the API costs less, -1 where self-hosting costs no more; 0 where that is rounding, or not to be asked.
int side_at(Scenario scenario, const Unknown& unknown, double x) {
  if (!unknown.set(scenario, x)) return 0;
  const Costs both = costs(scenario);
  if (!both.feasible) return 1;
  const Money difference = both.self_host - both.api;
  const Money noise = (both.self_host + both.api) * 1e-11;
  if (difference > noise) return 1;
  return difference < -noise ? -1 : 0;
}

/// The side that the solutions leave at x; 0 next to one of them.
int side_left(const Solutions& solutions, double x, bool whole) {
  int side = solutions.positive_at_low ? 1 : -1;
  for (const Solution& solution : solutions.list) {
    if (!whole && std::abs(solution.value - x) <= 1e-9 * x) return 0;
    if (whole && solution.value == x && solution.kind == root) return 0;
    if (solution.value <= x) side = solution.to_positive ? 1 : -1;
  }
  return side;
}

std::vector<double> scanned(Draw& draw, const io::Domain& domain, const Solutions& solutions) {
  std::vector<double> points;
  for (int i = 0; i < 120; ++i) points.push_back(draw.scale(std::max(domain.min, 1e-9), domain.max));
  for (int i = 0; i < 80; ++i) points.push_back(draw.real(domain.min, std::min(domain.max, 2e3)));
  for (const Solution& solution : solutions.list)
    for (const double nearby : {1 - 1e-7, 1 + 1e-7, 0.999, 1.001, 0.9, 1.1}) points.push_back(solution.value * nearby);
  for (double& point : points) point = std::clamp(domain.integer ? std::round(point) : point, domain.min, domain.max);
  return points;
}

}  // namespace

TEST_CASE("roots, jumps, touches, gaps and parts that are not feasible are found") {
  check(found([](double x) { return DifferenceParts{.rest = x, .other = 3}; }, {.low = 0, .high = 10}),
        {{3, root, true}});
  check(found([](double x) { return DifferenceParts{.rest = 3, .other = x}; }, {.low = 0, .high = 1e15}),
        {{3, root, false}});
  check(found([](double x) { return DifferenceParts{.rest = x * x + 10, .other = 7 * x}; }, {.low = 0, .high = 1e15}),
        {{2, root, false}, {5, root, true}});
  check(found([](double x) { return DifferenceParts{.rest = 1 / x, .other = 1e9}; }, {.low = 1e-15, .high = 1e15}),
        {{1e-9, root, false}});
  const auto stairs = [](double x) {
    return DifferenceParts{.replicas = std::ceil(x), .step = 1, .other = 1.25 * x, .needed = x};
  };
  check(found(stairs, {.low = 0.1, .high = 10}), {{0.8, root, false},
                                                  {1, jump, true},
                                                  {1.6, root, false},
                                                  {2, jump, true},
                                                  {2.4, root, false},
                                                  {3, jump, true},
                                                  {3.2, root, false}});
  check(found([](double x) { return DifferenceParts{.replicas = std::ceil(x), .step = 1, .other = x, .needed = x}; },
              {.low = 0.5, .high = 2.5}),
        {{1, root, true, true}, {2, root, true, true}});
  check(found(
            [](double x) {
              return x < 2 || x > 4 ? std::nullopt : std::optional(DifferenceParts{.rest = x, .other = 3});
            },
            {.low = 0, .high = 100}),
        {{3, root, true}});
  check(found(
            [](double x) {
              return DifferenceParts{.replicas = std::floor(x), .other = 1, .needed = x, .feasible = x >= 3};
            },
            {.low = 0, .high = 100}),
        {{3, jump, false}});
  const auto narrow = [](double x) {
    return x < 700 || x > 701 ? std::nullopt : std::optional(DifferenceParts{.rest = x, .other = 700.5});
  };
  check(found(narrow, {.low = 0, .high = 744, .known = 700.25}), {{700.5, root, true}});
  CHECK(found([](double) { return DifferenceParts{.other = 1}; }, {.low = 0, .high = 1}).empty());
}

TEST_CASE("a step of the rest is a jump, whatever the replicas") {
  const auto solutions =
      found([](double x) { return DifferenceParts{.rest = x, .other = x < 5 ? 0.0 : 100.0}; }, {.low = 1, .high = 50});
  check(solutions, {{5, jump, false}});
}

TEST_CASE("whole numbers are solved for as such") {
  const auto line = [](double zero) { return [zero](double x) { return DifferenceParts{.rest = x, .other = zero}; }; };
  const SearchRange whole{.low = 0, .high = 1e9, .whole = true};
  check(found(line(7), whole), {{7, root, true}});
  check(found(line(7.5), whole), {{8, jump, true}});
  check(
      found([](double x) { return DifferenceParts{.rest = (x - 4) * (x - 4)}; }, {.low = 0, .high = 10, .whole = true}),
      {{4, root, true, true}});
}

TEST_CASE("a search that is given up says how far it came") {
  const auto saw = [](double x) {
    return DifferenceParts{.replicas = 2 * std::round(x / 2), .step = 1, .other = x, .needed = x};
  };
  const Solutions many = find_solutions(saw, {.low = 1, .high = 1e15});
  CHECK(many.list.size() >= 1000);
  REQUIRE(many.searched_to);
  CHECK(*many.searched_to >= many.list.back().value);
  const Solutions none = find_solutions([](double) { return std::nullopt; }, {.low = 0, .high = 1});
  CHECK_FALSE(none.any_value);
  CHECK(none.list.empty());
}

TEST_CASE("random scenarios: no solution is missed, and none is invented") {
  Draw draw(20261121);
  int solutions_seen = 0;
  int jumps_seen = 0;
  for (int round = 0; round < 600; ++round) {
    const Scenario scenario = random_scenario(draw);
    for (const Unknown& unknown : unknowns) {
      INFO("scenario " << round << ", " << unknown.key);
      const io::Domain& domain = domain_of(unknown);
      const Solutions solutions = solved(scenario, unknown);
      solutions_seen += static_cast<int>(solutions.list.size());
      for (const Solution& solution : solutions.list) {
        jumps_seen += solution.kind == jump;
        if (solution.kind == jump) continue;
        INFO("at " << solution.value);
        Scenario varied = scenario;
        CHECK(unknown.set(varied, solution.value));
        CHECK(compare(varied).verdict == Verdict::tie);
      }
      for (const double x : scanned(draw, domain, solutions)) {
        if (solutions.searched_to && x > *solutions.searched_to) continue;
        const int side = side_at(scenario, unknown, x);
        const int left = side_left(solutions, x, domain.integer);
        INFO("at " << x);
        if (side != 0 && left != 0) CHECK(side == left);
      }
    }
  }
  CHECK(solutions_seen > 5000);
  CHECK(jumps_seen > 500);
}

TEST_CASE("the search agrees with the closed forms") {
  Draw draw(7);
  const auto unknown = [](std::string_view key) {
    return *std::find_if(unknowns.begin(), unknowns.end(), [&](const Unknown& u) { return u.key == key; });
  };
  for (int round = 0; round < 1500; ++round) {
    INFO("scenario " << round);
    Scenario scenario = random_scenario(draw);
    const Comparison answer = compare(scenario);
    const auto prices = solved(scenario, unknown("gpu_usd_per_hour")).list;
    const auto& price = answer.break_even.gpu_price;
    const double left = 1 - static_cast<double>(scenario.self_host.gpu_discount);
    REQUIRE(prices.size() == (price.status == Status::at ? 1 : 0));
    if (price.value) CHECK_THAT(prices[0].value * left, WithinRel(*price.value / (usd / hour), 1e-12));

    const auto volumes = solved(scenario, unknown("tok_per_month")).list;
    const auto& crossings = answer.break_even.volume.crossings;
    if (answer.break_even.volume.crossing_count >= crossings_listed || volumes.size() >= 128) continue;
    std::vector<double> expected;
    for (const Crossing& crossing : crossings) expected.push_back(crossing.volume / token);
    const auto& most = scenario.self_host.max_replicas;
    if (most && answer.break_even.volume.last)
      expected.push_back(answer.replica.capacity / token * static_cast<double>(*most));
    REQUIRE(volumes.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK_THAT(volumes[i].value, WithinRel(expected[i], 1e-12));
  }
}

TEST_CASE("the API price solved for is the self-host cost per token") {
  Draw draw(11);
  for (int round = 0; round < 1500; ++round) {
    Scenario scenario = random_scenario(draw);
    const Comparison answer = compare(scenario);
    if (!answer.break_even.api_price.value) continue;
    scenario.api = flat_price({});
    const Solutions prices = find_solutions(
        [&](double x) {
          scenario.api = flat_price(x * usd / mtok);
          return std::optional(app::tie_probe({}, scenario));
        },
        {.low = 0, .high = 1e15});
    REQUIRE(prices.list.size() == 1);
    CHECK_THAT(prices.list[0].value, WithinRel(*answer.break_even.api_price.value / (usd / mtok), 1e-12));
  }
}

}  // namespace breakeven
