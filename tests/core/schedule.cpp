// SPDX-License-Identifier: MIT
// When to be on: small cycles against every choice of hours, and the billing of sessions.
#include "breakeven/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "breakeven/cost.hpp"
#include "catch.hpp"
#include "test_traffic.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using test::is;
using test::month;

double billed_hours(double length, const SessionTerms& terms) {
  const double used = length + terms.start_up / hour;
  const double increment = terms.billing_increment / hour;
  return increment > 0 ? std::ceil(used / increment * (1 - 1e-12)) * increment : used;
}

// Hours billed in one cycle where classes of `width` hours are on.
double billed_hours(const std::vector<bool>& on, double width, const SessionTerms& terms) {
  if (std::find(on.begin(), on.end(), false) == on.end()) return static_cast<double>(on.size()) * width;
  double billed = 0;
  for (std::size_t i = 0; i < on.size(); ++i) {
    if (!on[i] || on[(i + on.size() - 1) % on.size()]) continue;
    double length = 0;
    for (std::size_t j = i; on[j % on.size()]; ++j) length += width;
    billed += billed_hours(length, terms);
  }
  return billed;
}

std::vector<bool> bits_of(unsigned bits, std::size_t count) {
  std::vector<bool> on(count);
  for (std::size_t i = 0; i < count; ++i) on[i] = (bits >> i & 1U) != 0;
  return on;
}

// A month with so many replicas on in each class, those that started last stopping first.
Money cost_of(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms,
              const std::vector<int>& replicas) {
  const double cycles = month / load.cycle().length();
  const int peak = *std::max_element(replicas.begin(), replicas.end());
  double billed = 0;
  for (int level = 1; level <= peak; ++level) {
    std::vector<bool> on;
    for (const int count : replicas) on.push_back(count >= level);
    const double hours = billed_hours(on, load.cycle().class_width / hour, terms) * cycles;
    billed += hours * (level == 1 ? 1 + static_cast<double>(self_host.spare_replicas) : 1);
  }
  Money cost = replica_hour_price(self_host) * (billed * hour);
  if (peak > 0)
    cost += self_host.fixed + self_host.replica_fixed * static_cast<double>(peak + self_host.spare_replicas);
  for (std::size_t i = 0; i < load.bins().size(); ++i) {
    const LoadBin& bin = load.bins()[i];
    const int on = replicas[load.classes()[i]];
    const double served = on == 0 ? 0 : bin.replicas <= on ? 1 : on / bin.replicas;
    cost += (bin.api * (1 - served) + bin.marginal * served) * cycles;
  }
  return cost;
}

SessionTerms random_terms(test::Draw& draw, Time class_width, bool coarse) {
  SessionTerms terms;
  if (draw.one_in(2)) terms.start_up = draw.real(0, 1.5) * hour;
  if (draw.one_in(2)) terms.billing_increment = class_width / static_cast<double>(draw.integer(1, 4));
  if (coarse) terms.billing_increment = draw.real(0.1, 4) * hour;
  return terms;
}

CyclicLoad random_load(test::Draw& draw, std::size_t class_count, double most) {
  std::vector<LoadBin> bins;
  while (bins.size() < class_count)
    for (const LoadBin& bin : test::random_loads(draw, most)) bins.push_back(bin);
  std::vector<std::size_t> classes(bins.size());
  for (std::size_t i = 0; i < bins.size(); ++i)
    classes[i] =
        i < class_count ? i : static_cast<std::size_t>(draw.integer(0, static_cast<std::int64_t>(class_count) - 1));
  return CyclicLoad(bins, classes, {.class_count = class_count, .class_width = draw.real(0.5, 2) * hour});
}

SelfHost random_self_host(test::Draw& draw) {
  SelfHost self_host{.gpu_price = draw.scale(0.3, 3) * usd / hour};
  if (draw.one_in(2)) self_host.replica_fixed = draw.real(0, 300) * usd;
  if (draw.one_in(2)) self_host.fixed = draw.real(0, 500) * usd;
  return self_host;
}

// The least of all numbers of replicas in all classes.
Money cheapest(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, int least, int most) {
  std::vector<int> replicas(load.cycle().class_count);
  Money best = cost_of(load, self_host, terms, replicas);
  for (;;) {
    std::size_t i = 0;
    while (i < replicas.size() && replicas[i] == most) replicas[i++] = 0;
    if (i == replicas.size()) return best;
    replicas[i] = std::max(replicas[i] + 1, least);
    best = std::min(best, cost_of(load, self_host, terms, replicas));
  }
}

}  // namespace

TEST_CASE("a session is billed in whole increments, its start-up included") {
  const Cycle day{.class_count = 72, .class_width = 20.0 / 60 * hour};
  CHECK_THAT(billed_time(day, {}, 1) / hour, is(1.0 / 3));
  CHECK_THAT(billed_time(day, {.billing_increment = 1.0 * hour}, 3) / hour, is(1));
  CHECK_THAT(billed_time(day, {.start_up = 0.1 * hour, .billing_increment = 1.0 * hour}, 3) / hour, is(2));
  CHECK(billed_time(day, {.start_up = 0.1 * hour, .billing_increment = 7.0 * hour}, 72) == day.length());

  // Three times twenty minutes a day for 30 days: by the hour or by the second.
  const std::vector<LoadBin> bins(72, {.width = day.class_width});
  std::vector<std::size_t> classes(72);
  std::iota(classes.begin(), classes.end(), 0);
  std::vector<double> replicas(72);
  for (const std::size_t i : {10U, 30U, 71U}) replicas[i] = 1;
  const CyclicLoad load(bins, classes, day);
  const SelfHost self_host{.gpu_price = 2.5 * usd / hour};
  const auto cost = [&](const SessionTerms& terms) {
    return schedule_of(load, self_host, terms, 720.0 * hour, nested_sessions(replicas)).cost() / usd;
  };
  CHECK_THAT(cost({.billing_increment = 1.0 * hour}), is(225));
  CHECK_THAT(cost({}), is(75));
}

TEST_CASE("runs go around the cycle") {
  CHECK(runs_of({false, true, true, false, true}) == std::vector<ClassRun>{{1, 2}, {4, 1}});
  CHECK(runs_of({true, false, true}) == std::vector<ClassRun>{{2, 2}});
  CHECK(runs_of({true, true}) == std::vector<ClassRun>{{0, 2}});
  CHECK(runs_of({false, false}).empty());
}

TEST_CASE("the best sessions are the best of all") {
  test::Draw draw(61);
  for (int i = 0; i < 1500; ++i) {
    INFO("case " << i);
    const Cycle cycle{.class_count = static_cast<std::size_t>(draw.integer(1, 9)), .class_width = 1.0 * hour};
    const SessionTerms terms = random_terms(draw, cycle.class_width, draw.one_in(2));
    std::vector<Money> saved(cycle.class_count);
    for (Money& of_class : saved) of_class = draw.real(-0.2, 3) * usd;
    double best = 0;
    for (unsigned bits = 0; bits < 1U << cycle.class_count; ++bits) {
      const std::vector<bool> on = bits_of(bits, cycle.class_count);
      double sum = -billed_hours(on, 1, terms);
      for (std::size_t j = 0; j < on.size(); ++j) sum += on[j] ? saved[j] / usd : 0;
      best = std::max(best, sum);
    }
    const SessionPlan plan = best_sessions(cycle, saved, terms, 1.0 * usd / hour);
    CHECK_THAT(plan.saved / usd, WithinAbs(best, 1e-11));
    double planned = 0;
    for (const ClassRun& run : plan.runs) {
      planned -= billed_time(cycle, terms, run.count) / hour;
      for (std::size_t j = 0; j < run.count; ++j) planned += saved[(run.first + j) % saved.size()] / usd;
    }
    CHECK_THAT(planned, WithinAbs(best, 1e-11));
  }
}

TEST_CASE("the best schedule is the best of all numbers of replicas in all classes") {
  test::Draw draw(62);
  for (int i = 0; i < 600; ++i) {
    INFO("case " << i);
    const int most = static_cast<int>(draw.integer(1, 3));
    const CyclicLoad load = random_load(draw, static_cast<std::size_t>(draw.integer(1, 5)), most);
    SelfHost self_host = random_self_host(draw);
    if (draw.one_in(3)) self_host.max_replicas = draw.integer(1, most);
    const SessionTerms terms = random_terms(draw, load.cycle().class_width, false);
    const int allowed = self_host.max_replicas ? static_cast<int>(*self_host.max_replicas) : most;
    const ScheduleSizing sizing = schedule_sizing(load, self_host, terms, month);
    const Money best = cheapest(load, self_host, terms, 1, allowed);
    CHECK_THAT(sizing.best.cost() / usd, WithinRel(best / usd, 1e-10) || WithinAbs(best / usd, 1e-9));
  }
}

TEST_CASE("so it is where replicas come in twos") {
  test::Draw draw(63);
  for (int i = 0; i < 300; ++i) {
    INFO("case " << i);
    const CyclicLoad load = random_load(draw, static_cast<std::size_t>(draw.integer(1, 5)), 3);
    SelfHost self_host = random_self_host(draw);
    self_host.min_replicas = 2;
    const SessionTerms terms = random_terms(draw, load.cycle().class_width, false);
    const Money best = cheapest(load, self_host, terms, 2, 3);
    const Money found = schedule_sizing(load, self_host, terms, month).best.cost();
    CHECK_THAT(found / usd, WithinRel(best / usd, 1e-10) || WithinAbs(best / usd, 1e-9));
  }
}

TEST_CASE("a schedule is never dearer than no schedule, and costs what it says") {
  test::Draw draw(64);
  double gaps = 0;
  for (int i = 0; i < 600; ++i) {
    INFO("case " << i);
    const CyclicLoad load = random_load(draw, static_cast<std::size_t>(draw.integer(1, 4)), 3);
    SelfHost self_host = random_self_host(draw);
    self_host.spare_replicas = draw.integer(0, 2);
    const SessionTerms terms = random_terms(draw, load.cycle().class_width, true);
    const ScheduleSizing sizing = schedule_sizing(load, self_host, terms, month);
    const double cost = sizing.best.cost() / usd;
    CHECK(cost <= sizing.all_api / usd * (1 + 1e-12));
    CHECK(cost <= sizing.always_on.cost() / usd * (1 + 1e-12));
    if (cost > cheapest(load, self_host, terms, 1, 3) / usd * (1 + 1e-9)) ++gaps;

    std::vector<int> replicas;
    for (const double count : sizing.best.replicas) replicas.push_back(static_cast<int>(count));
    const Schedule again = schedule_of(load, self_host, terms, month, nested_sessions(sizing.best.replicas));
    CHECK_THAT(again.cost() / usd,
               WithinRel(cost_of(load, self_host, terms, replicas) / usd, 1e-11) || WithinAbs(0, 1e-11));
  }
  CHECK(gaps < 60);  // with coarse increments and spares layers are not independent
}

TEST_CASE("each class weighs the same however often it was seen") {
  const std::vector<LoadBin> bins{{.width = 1.0 * hour, .replicas = 1, .api = 3.0 * usd, .tokens = 3.0 * token},
                                  {.width = 1.0 * hour, .replicas = 0.5, .api = 1.0 * usd, .tokens = 1.0 * token},
                                  {.width = 1.0 * hour, .replicas = 0.25, .api = 2.0 * usd, .tokens = 2.0 * token}};
  const Cycle cycle{.class_count = 2, .class_width = 1.0 * hour};
  const CyclicLoad load(bins, std::vector<std::size_t>{0, 1, 1}, cycle);
  CHECK(load.is_complete());
  const SelfHost self_host{.gpu_price = 2.0 * usd / hour};
  const ScheduleSizing sizing = schedule_sizing(load, self_host, {}, 2.0 * hour);
  CHECK_THAT(sizing.all_api / usd, is(4.5));
  CHECK(sizing.best.replicas == std::vector<double>{1, 0});
  CHECK_THAT(sizing.best.cost() / usd, is(3.5));
  CHECK_THAT(*sizing.best.utilization, is(1));
  CHECK_THAT(sizing.best.overflow_token_ratio, is(1.5 / 4.5));
  CHECK_THAT(sizing.best.billed / hour, is(1));
  CHECK_THAT(sizing.best.starts, is(1));
  CHECK(sizing.always_on.replica_count == 1);
  CHECK_FALSE(CyclicLoad(bins, std::vector<std::size_t>{0, 0, 0}, cycle).is_complete());
  CHECK_THROWS_AS(CyclicLoad(bins, std::vector<std::size_t>{0, 1, 2}, cycle), std::invalid_argument);
  CHECK_THROWS_AS(CyclicLoad(bins, std::vector<std::size_t>{0, 1}, cycle), std::invalid_argument);
}

TEST_CASE("the worked day is worth more by the hour") {
  const test::GoldenDay day(1.2);
  std::vector<std::size_t> classes(24);
  std::iota(classes.begin(), classes.end(), 0);
  const CyclicLoad load(day.loads(), classes, {.class_count = 24});
  // 52.00 + 35.50 + 26.20 + 18.40 of the golden layers.
  const ScheduleSizing sizing = schedule_sizing(load, day.scenario.self_host, {}, 24.0 * hour);
  CHECK_THAT(sizing.best.cost() / usd, is(132.1));
  CHECK_THAT(sizing.best.billed / hour, is(16 + 13 + 10 + 4));
  CHECK_THAT(sizing.all_api / usd, is(153.6));
  const ScheduleSizing dear = schedule_sizing(load, day.scenario.self_host, {.start_up = 24.0 * hour}, 24.0 * hour);
  CHECK_THAT(dear.best.cost() / usd, is(153.6));
}

TEST_CASE("the best number of replicas in given hours is the best of all") {
  test::Draw draw(63);
  for (int i = 0; i < 500; ++i) {
    constexpr std::size_t class_count = 6;
    const CyclicLoad load = random_load(draw, class_count, 5);
    const SessionTerms terms = random_terms(draw, load.cycle().class_width, draw.one_in(2));
    SelfHost self_host = random_self_host(draw);
    self_host.spare_replicas = draw.integer(0, 2);
    const std::vector<bool> on = bits_of(static_cast<unsigned>(draw.integer(1, 63)), class_count);
    constexpr int most = 8;
    Money best = Money::from_held(1e300);
    for (int count = 1; count <= most; ++count) {
      std::vector<int> replicas;
      for (const bool is_on : on) replicas.push_back(is_on ? count : 0);
      best = std::min(best, cost_of(load, self_host, terms, replicas));
    }
    const double count = best_replica_count(load, self_host, terms, month, on, most);
    const Schedule schedule = schedule_of(load, self_host, terms, month, sessions_in(on, count));
    CHECK_THAT(schedule.cost() / usd, is(best / usd));
  }
}

}  // namespace breakeven
