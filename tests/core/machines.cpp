// SPDX-License-Identifier: MIT
// GPUs that are rented by the machine: worked examples, and staircases with steps of two widths against a scan of every
// step in exact integers.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

/// Amounts in micro-dollars, volumes in tokens; a bill's slope is micro-dollars per token.
struct Piece {
  std::int64_t from, intercept, slope;
  std::int64_t at(std::int64_t volume) const { return intercept + slope * volume; }
};

struct ExactCase {
  std::int64_t fixed, replica_fixed, machine, per_machine, spares, capacity, first_step;
  std::optional<std::int64_t> last_step;
  std::vector<Piece> bill;

  std::int64_t cost(std::int64_t step) const {
    const std::int64_t used = step + spares;
    return fixed + replica_fixed * used + machine * ((used + per_machine - 1) / per_machine);
  }
};

struct Change {
  double volume;
  Side to;
  bool touch;
};

struct Scan {
  std::vector<Change> changes;
  std::int64_t first_step = 0;  // of the first rise
  bool wins_at_end = false;
};

constexpr std::int64_t steps_scanned = 100'000;

// Walks every part of every step in which the bill is one piece. Its slope is not negative, so a part is lost, won, or
// won from some volume on.
Scan scan(const ExactCase& c) {
  Scan result;
  bool winning = false;
  bool touching = false;
  const auto rise = [&](double volume, std::int64_t step) {
    result.changes.push_back({volume, Side::self_host, false});
    if (result.first_step == 0) result.first_step = step;
    winning = true;
  };
  const std::int64_t last = c.last_step.value_or(steps_scanned);
  const bool gains = c.bill.back().slope * c.capacity * c.per_machine >= c.machine + c.replica_fixed * c.per_machine;
  std::int64_t settled = 0;  // steps in a row that end as all that follow, once a whole machine does
  for (std::int64_t step = c.first_step; step <= steps_scanned; ++step) {
    const std::int64_t cost = c.cost(step);
    if (step > last && result.first_step > 0) {
      if (touching && c.bill.back().at((step - 1) * c.capacity) < cost)
        result.changes.back() = {result.changes.back().volume, Side::api, true};
      break;
    }
    const std::int64_t step_begin = step == c.first_step ? 0 : (step - 1) * c.capacity;
    const std::int64_t step_end = step * c.capacity;
    for (std::size_t i = 0; i < c.bill.size(); ++i) {
      const std::int64_t piece_end = i + 1 < c.bill.size() ? c.bill[i + 1].from : step_end;
      const std::int64_t begin = std::max(step_begin, c.bill[i].from);
      const std::int64_t end = std::min(step_end, piece_end);
      if (begin >= end) continue;
      const bool begins_won = c.bill[i].at(begin) >= cost;
      const bool is_settled = i + 1 == c.bill.size() && (gains ? begins_won : c.bill[i].at(end) < cost);
      settled = is_settled ? settled + 1 : 0;
      if (touching && !begins_won) {
        result.changes.back() = {result.changes.back().volume, Side::api, true};
        winning = false;
      }
      touching = false;
      if (begins_won && !winning) rise(static_cast<double>(begin), step);
      if (!begins_won && winning) {
        result.changes.push_back({static_cast<double>(begin), Side::api, false});
        winning = false;
      }
      const std::int64_t at_end = c.bill[i].at(end);
      if (begins_won || at_end < cost) continue;
      rise(static_cast<double>(cost - c.bill[i].intercept) / static_cast<double>(c.bill[i].slope), step);
      touching = at_end == cost;
    }
    if (settled > c.per_machine) break;
  }
  result.wins_at_end = winning;
  return result;
}

VolumeBreakEven merged(const ExactCase& c) {
  const auto money = [](std::int64_t micro) { return static_cast<double>(micro) / 1e6 * usd; };
  Staircase staircase{.base = money(c.fixed + c.spares * c.replica_fixed),
                      .step = money(c.replica_fixed),
                      .capacity = static_cast<double>(c.capacity) * token,
                      .min_replicas = static_cast<double>(c.first_step),
                      .machine = money(c.machine),
                      .replicas_per_machine = static_cast<double>(c.per_machine),
                      .spare_replicas = static_cast<double>(c.spares)};
  if (c.last_step) staircase.max_replicas = static_cast<double>(*c.last_step);
  std::vector<BillPiece> bill;
  for (const Piece& piece : c.bill)
    bill.push_back({.from = static_cast<double>(piece.from) * token,
                    .intercept = money(piece.intercept),
                    .slope = static_cast<double>(piece.slope) * usd / mtok});
  return volume_break_even(staircase, bill);
}

bool is_up(const Change& change) { return change.to == Side::self_host || change.touch; }
bool near(std::optional<Tokens> a, double b) {
  return a && std::abs(a->held() - b) <= 1e-11 * std::max(std::abs(a->held()), std::abs(b));
}

std::string mismatch(const ExactCase& c, const VolumeBreakEven& answer, const Scan& truth) {
  const auto& changes = truth.changes;
  if (changes.empty()) return answer.status == Status::never && !answer.value ? "" : "no change is not never";
  if (c.last_step && truth.first_step > *c.last_step)
    return answer.status == Status::never && near(answer.needed, changes.front().volume) ? "" : "beyond the maximum";
  const auto count = std::count_if(changes.begin(), changes.end(), is_up);
  if (truth.wins_at_end && count == 1 && changes.front().volume == 0)
    return answer.status == Status::always ? "" : "a win throughout is not always";
  if (answer.crossing_count != static_cast<double>(count)) return "count";
  if (answer.status != (count > 1 ? Status::not_unique : Status::at)) return "status";
  if (!near(answer.value, changes.front().volume)) return "first";
  if (truth.wins_at_end && !near(answer.last, std::find_if(changes.rbegin(), changes.rend(), is_up)->volume))
    return "last";
  if (!truth.wins_at_end && (answer.last || !near(answer.until, changes.back().volume))) return "until";
  int ups = 0;
  for (std::size_t i = 0; i < answer.crossings.size(); ++i) {
    if (i >= changes.size()) return "list too long";
    const Crossing& a = answer.crossings[i];
    if (!near(a.volume, changes[i].volume) || a.to != changes[i].to || a.touch != changes[i].touch) return "list";
    ups += is_up(changes[i]);
  }
  return ups == std::min<std::int64_t>(count, crossings_listed) ? "" : "list too short";
}

// Round numbers, so that ties are frequent. What a machine gains or loses is at least a thirtieth of its worth, which
// bounds the scan.
ExactCase random_case(test::Draw& draw) {
  ExactCase c{};
  const std::int64_t price = draw.integer(1, 60);
  c.capacity = draw.integer(1, 50) * 1000;
  c.per_machine = draw.integer(2, 8);
  c.spares = draw.one_in(2) ? 0 : draw.integer(1, 9);
  c.first_step = draw.one_in(2) ? 1 : draw.integer(1, 12);
  if (draw.one_in(3)) c.last_step = c.first_step + draw.integer(0, 40);
  c.bill = {{0, 0, price}};
  std::int64_t last_price = price;
  if (draw.one_in(2) && price > 1) {
    last_price = draw.integer(1, price - 1);
    const std::int64_t from = draw.integer(1, 40) * c.capacity / draw.integer(1, 3);
    // All units, or the tokens above alone.
    c.bill.push_back({from, draw.one_in(2) ? 0 : (price - last_price) * from, last_price});
  }
  if (draw.one_in(3)) {
    const std::int64_t until = draw.integer(1, 10) * c.capacity / draw.integer(1, 3);
    if (c.bill.size() == 1 || until < c.bill[1].from) {
      c.bill.front().from = until;
      c.bill.insert(c.bill.begin(), {0, price * until, 0});
    }
  }
  const std::int64_t worth = last_price * c.capacity;
  c.replica_fixed = draw.one_in(3) ? 0 : draw.integer(0, 20) * worth / 20;
  const std::int64_t left = (worth - c.replica_fixed) * c.per_machine;
  const std::int64_t least = std::max<std::int64_t>(worth * c.per_machine / 30, 1);
  c.machine = draw.one_in(5) || left <= least ? left + least * draw.integer(1, 40) : draw.integer(1, left - least);
  if (c.machine <= 0) c.machine = 1;
  c.fixed = draw.one_in(2) ? 0 : draw.integer(0, 20) * worth / draw.integer(1, 4);
  if (draw.one_in(3)) {  // some step's end ties
    c.fixed = 0;
    const std::int64_t step = draw.integer(1, 30);
    c.fixed = std::max<std::int64_t>(0, c.bill.back().at(step * c.capacity) - c.cost(step));
  }
  return c;
}

std::string text(const ExactCase& c) {
  std::string all = "fixed " + std::to_string(c.fixed) + ", per replica " + std::to_string(c.replica_fixed) +
                    ", machine " + std::to_string(c.machine) + " of " + std::to_string(c.per_machine) + ", spares " +
                    std::to_string(c.spares) + ", capacity " + std::to_string(c.capacity) + ", steps " +
                    std::to_string(c.first_step) + ".." + (c.last_step ? std::to_string(*c.last_step) : "");
  for (const Piece& p : c.bill)
    all += ", from " + std::to_string(p.from) + ": " + std::to_string(p.intercept) + " + " + std::to_string(p.slope);
  return all;
}

Scenario by_eight(std::int64_t gpus_per_replica) {
  Scenario scenario;
  scenario.self_host.gpu_price = 2.0 * usd / hour;
  scenario.self_host.gpus_per_replica = gpus_per_replica;
  scenario.self_host.gpus_per_machine = 8;
  scenario.self_host.throughput = TotalRate{1000.0 * token / second};
  scenario.api = test::flat_price(10 * usd / mtok);
  scenario.workload.demand = 1e9 * token;
  return scenario;
}

}  // namespace

TEST_CASE("two widths of steps cross where an exact scan of every step crosses") {
  test::Draw draw(20'261'201);
  constexpr int case_count = 20'000;
  int touches = 0, beyond = 0, never = 0, many = 0, capped = 0, bounded = 0, always = 0;
  for (int i = 0; i < case_count; ++i) {
    const ExactCase c = random_case(draw);
    const Scan truth = scan(c);
    const VolumeBreakEven answer = merged(c);
    const std::string broken = mismatch(c, answer, truth);
    if (!broken.empty()) FAIL(broken << " of " << text(c));
    touches += std::any_of(truth.changes.begin(), truth.changes.end(), [](const Change& x) { return x.touch; });
    beyond += answer.needed.has_value();
    never += answer.status == Status::never;
    always += answer.status == Status::always;
    many += answer.crossing_count > 5;
    capped += c.last_step && answer.value.has_value();
    bounded += answer.until.has_value();
  }
  CAPTURE(touches, beyond, never, always, many, capped, bounded);
  CHECK(std::min({touches, beyond, never, many, capped, bounded}) > 300);
  CHECK(always > 50);
}

TEST_CASE("a machine is paid for as a whole") {
  // One GPU of eight is needed: 8 x 2 usd x 730 h.
  const Comparison one = compare(by_eight(1));
  CHECK_THAT(*one.self_host.cost / usd, WithinRel(8 * 2 * 730.0, 1e-12));
  CHECK(one.self_host.gpu_count == 8);
  CHECK_THAT(test::sum(one.self_host.breakdown) / usd, WithinRel(8 * 2 * 730.0, 1e-12));
  // Three GPUs a replica: two fit a machine, and the third replica takes another one.
  Scenario three = by_eight(3);
  three.self_host.replica_fixed = 100.0 * usd;
  three.self_host.min_replicas = 2;
  CHECK_THAT(*compare(three).self_host.cost / usd, WithinRel(8 * 2 * 730.0 + 200, 1e-12));
  three.self_host.spare_replicas = 1;
  CHECK_THAT(*compare(three).self_host.cost / usd, WithinRel(2 * 8 * 2 * 730.0 + 300, 1e-12));
  // Ten GPUs a replica take two machines each.
  Scenario ten = by_eight(10);
  ten.self_host.min_replicas = 3;
  CHECK(compare(ten).self_host.gpu_count == 48);
  CHECK_THAT(*compare(ten).self_host.cost / usd, WithinRel(48 * 2 * 730.0, 1e-12));
}

TEST_CASE("what a machine leaves unused is a line of its own") {
  Scenario scenario = by_eight(3);
  scenario.self_host.overhead_multiplier = 1.5;
  const Comparison answer = compare(scenario);
  const auto& lines = answer.self_host.breakdown;
  const auto unused =
      std::find_if(lines.begin(), lines.end(), [](const CostLine& l) { return l.component == Component::unused_gpus; });
  REQUIRE(unused != lines.end());
  CHECK_THAT(unused->cost / usd, WithinRel(1.5 * 4 * 2 * 730.0, 1e-12));
  CHECK_THAT(test::sum(lines) / usd, WithinRel(*answer.self_host.cost / usd, 1e-12));
}

TEST_CASE("machines that only tie with the API never win") {
  // A machine of four replicas costs what four full replicas are worth.
  const Staircase staircase{
      .base = Money{}, .step = Money{}, .capacity = 1e9 * token, .machine = 4000 * usd, .replicas_per_machine = 4};
  const std::vector<BillPiece> bill{{.slope = 1 * usd / mtok}};
  CHECK(volume_break_even(staircase, bill).status == Status::never);
  CHECK(volume_break_even(staircase, bill).reason == "every full replica only ties with the API");
}

TEST_CASE("machines as large as a replica are GPUs by the piece") {
  test::Draw draw(8);
  for (int i = 0; i < 1'000; ++i) {
    Scenario scenario = test::random_scenario(draw);
    scenario.self_host.gpus_per_machine = 1;
    const Comparison by_gpu = compare(scenario);
    scenario.self_host.gpus_per_machine = scenario.self_host.gpus_per_replica;
    const Comparison by_machine = compare(scenario);
    CHECK(by_machine.self_host.cost == by_gpu.self_host.cost);
    CHECK(by_machine.break_even.volume.value == by_gpu.break_even.volume.value);
  }
}

}  // namespace breakeven
