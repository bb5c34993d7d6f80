// SPDX-License-Identifier: MIT
// The break-even volumes of bills with tiers, free tokens and a minimum against a scan of all cells in exact integers.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

__extension__ using Wide = __int128;  // holds every product below

/// An exact volume; where `above` is set, the region begins right after it.
struct Place {
  Wide up = 0;
  Wide down = 1;
  bool above = false;

  double number() const { return static_cast<double>(up) / static_cast<double>(down); }
  friend bool operator<(const Place& a, const Place& b) { return a.up * b.down < b.up * a.down; }
  friend bool operator==(const Place& a, const Place& b) { return a.up * b.down == b.up * a.down; }
};

/// Amounts in hundredths of a micro-dollar, volumes in self-hosted tokens; prices per token.
struct ExactTier {
  Wide above, price;
};
struct ExactCase {
  Wide base, replica, marginal, capacity, list, free, minimum, first_step;
  TierKind kind;
  std::vector<ExactTier> tiers;
  std::optional<Wide> last_step;
};

/// What the tokens of the bill come to from some volume on: intercept + price·V.
struct Line {
  Wide intercept, price;
};

Wide usage(const ExactCase& c, Wide volume) {
  Wide sum = 0;
  Wide price = c.list;
  Wide begin = 0;
  for (const ExactTier& tier : c.tiers) {
    if (volume <= tier.above) break;
    sum += std::max<Wide>(0, tier.above - std::max(begin, c.free)) * price;
    begin = tier.above;
    price = tier.price;
  }
  if (c.kind == TierKind::all_units) return std::max<Wide>(0, volume - c.free) * price;
  return sum + std::max<Wide>(0, volume - std::max(begin, c.free)) * price;
}

// The line right above a volume, from two points of it.
Line line_above(const ExactCase& c, Wide volume) {
  const Wide price = usage(c, volume + 2) - usage(c, volume + 1);
  return {usage(c, volume + 1) - price * (volume + 1), price};
}

struct Region {
  Place begin;
  Place end;  // included
  bool endless = false;
};

// The volumes of (from, to] for which intercept + slope·V >= 0.
std::optional<Region> won(Wide intercept, Wide slope, Wide from, Wide to) {
  const Region whole{{from, 1, true}, {to, 1}};
  if (slope == 0) return intercept >= 0 ? std::optional(whole) : std::nullopt;
  const Place root = slope > 0 ? Place{-intercept, slope} : Place{intercept, -slope};
  const Place low{from, 1, true};
  const Place high{to, 1};
  if (slope > 0) {
    if (!(low < root)) return whole;
    return high < root ? std::nullopt : std::optional(Region{root, high});
  }
  if (!(root < high)) return whole;
  return low < root ? std::optional(Region{low, root}) : std::nullopt;
}

void add(std::vector<Region>& regions, const std::optional<Region>& region) {
  if (!region) return;
  if (!regions.empty()) {
    Region& last = regions.back();
    const bool joins = region->begin < last.end || region->begin == last.end;
    if (joins) {
      if (last.end < region->end) last.end = region->end;
      return;
    }
  }
  regions.push_back(*region);
}

bool is_touch(const Region& region) { return !region.endless && !region.begin.above && region.begin == region.end; }

struct Scan {
  std::vector<Region> regions;
  bool endless = false;               // the sides keep taking turns
  std::optional<Place> ties_after{};  // from here on every step's end is a tie, and none is won
};

// The stop bounds of MODEL 2.5, in steps, or nothing where they are too far for a scan.
std::optional<Wide> steps_to_scan(const ExactCase& c) {
  const Wide last_from = std::max(c.free, c.tiers.empty() ? Wide(0) : c.tiers.back().above);
  Line line = line_above(c, last_from);
  Wide from = last_from;
  if (line.price == 0)
    line.intercept = std::max(line.intercept, c.minimum);
  else
    from = std::max(from, (c.minimum - line.intercept) / line.price + 1);
  Wide steps = std::max(c.first_step, from / c.capacity + 1) + 2;
  const Wide worth = (line.price - c.marginal) * c.capacity;
  const Wide gain = worth - c.replica;
  if (gain > 0) steps = std::max(steps, (c.base + std::max<Wide>(worth, 0) - line.intercept) / gain + 3);
  if (gain < 0) {
    steps = std::max(steps, (line.intercept - c.base + std::max<Wide>(-worth, 0)) / -gain + 3);
    if (worth > 0) steps = std::max(steps, (line.intercept - c.base) / -gain + 3);
  }
  if (gain == 0) steps += crossings_listed + 2;
  if (c.last_step) steps = std::max(steps, *c.last_step + 3);
  return steps < 3000 ? std::optional(steps) : std::nullopt;
}

Scan scan(const ExactCase& c, Wide steps) {
  std::vector<Wide> edges{0, c.free};
  for (const ExactTier& tier : c.tiers) edges.push_back(tier.above);
  for (Wide step = c.first_step; step <= steps; ++step) edges.push_back(step * c.capacity);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  Scan result;
  for (std::size_t i = 0; i + 1 < edges.size() && edges[i] < steps * c.capacity; ++i) {
    const Wide from = edges[i], to = edges[i + 1];
    const Wide cost = c.base + std::max(c.first_step, from / c.capacity + 1) * c.replica;
    const Line line = line_above(c, from);
    const auto by_line = won(line.intercept - cost, line.price - c.marginal, from, to);
    const auto by_minimum = won(c.minimum - cost, -c.marginal, from, to);
    const bool minimum_first = by_minimum && (!by_line || by_minimum->begin < by_line->begin);
    add(result.regions, minimum_first ? by_minimum : by_line);
    add(result.regions, minimum_first ? by_line : by_minimum);
  }
  const Wide last_from = std::max(c.free, c.tiers.empty() ? Wide(0) : c.tiers.back().above);
  const Line line = line_above(c, last_from);
  const Wide worth = (line.price - c.marginal) * c.capacity;
  const Wide level = line.intercept - c.base;
  const bool flat = worth == c.replica && worth > 0;
  if (flat && level == 0) {
    const Place reached{c.minimum - line.intercept, line.price};
    result.ties_after = std::max(Place{last_from}, reached);
  }
  result.endless = flat && level > 0 && level < worth;
  const Place end{steps * c.capacity, 1};
  if (!result.regions.empty() && !is_touch(result.regions.back()) && result.regions.back().end == end)
    result.regions.back().endless = true;
  return result;
}

struct Change {
  double volume;
  Side to;
  bool touch;
};

std::vector<Change> changes_of(const std::vector<Region>& regions) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < regions.size() && i < crossings_listed; ++i) {
    if (is_touch(regions[i])) {
      changes.push_back({regions[i].begin.number(), Side::api, true});
      continue;
    }
    changes.push_back({regions[i].begin.number(), Side::self_host, false});
    const bool between = i + 1 < crossings_listed || regions.size() <= crossings_listed;
    if (!regions[i].endless && between) changes.push_back({regions[i].end.number(), Side::api, false});
  }
  return changes;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-11 * std::max(std::abs(a), std::abs(b)); }
bool near(const std::optional<Tokens>& tokens, const Place& place) {
  return tokens && near(tokens->held(), place.number());
}

bool same_list(const std::vector<Crossing>& listed, const std::vector<Change>& changes) {
  return std::equal(listed.begin(), listed.end(), changes.begin(), changes.end(),
                    [](const Crossing& a, const Change& b) {
                      return near(a.volume.held(), b.volume) && a.to == b.to && a.touch == b.touch;
                    });
}

// Which part of the answer is not what the scan says; empty where none is.
std::string mismatch(const ExactCase& c, Scan truth, const VolumeBreakEven& answer) {
  std::vector<Region>& regions = truth.regions;
  if (truth.ties_after)
    while (!regions.empty() && is_touch(regions.back()) && *truth.ties_after < regions.back().begin) regions.pop_back();
  if (c.last_step) {
    const Place cap{*c.last_step * c.capacity, 1};
    const auto out_of_reach = [&](const Region& r) { return cap < r.begin || (cap == r.begin && r.begin.above); };
    const auto first_out = std::find_if(regions.begin(), regions.end(), out_of_reach);
    if (first_out == regions.begin() && first_out != regions.end())
      return answer.status == Status::never && near(answer.needed, first_out->begin) ? "" : "beyond the maximum";
    regions.erase(first_out, regions.end());
    truth.endless = false;
    if (!regions.empty() && !(regions.back().end < cap)) {
      const bool touch = is_touch(regions.back());
      if (!touch) regions.back().endless = true;
      if (touch && !near(answer.last, regions.back().begin)) return "last at the maximum";
    }
  }
  const bool proportional = c.tiers.empty() && c.free == 0 && c.minimum == 0;
  if (proportional && c.list <= c.marginal) regions.clear();  // never, though nothing may cost nothing
  if (regions.empty()) return answer.status == Status::never && !answer.needed && !answer.value ? "" : "never";
  if (regions.size() == 1 && regions[0].endless && regions[0].begin.up == 0)
    return answer.status == Status::always && near(answer.last, {0}) && answer.crossings.empty() ? "" : "always";
  if (!near(answer.value, regions.front().begin)) return "first";
  if (!same_list(answer.crossings, changes_of(regions))) return "list";
  if (truth.endless)
    return answer.last || answer.until || answer.reason.empty() || answer.crossing_count < 1e14 ? "endless" : "";
  if (answer.crossing_count != static_cast<double>(regions.size())) return "count";
  if (answer.status != (regions.size() > 1 ? Status::not_unique : Status::at)) return "status";
  const double cap = c.last_step ? static_cast<double>(*c.last_step * c.capacity) : 0;
  const bool at_cap = c.last_step && near(cap, regions.back().end.number());
  if (regions.back().endless || (at_cap && is_touch(regions.back()))) {
    if (!near(answer.last, regions.back().begin)) return "last";
    if (answer.until.has_value() != c.last_step.has_value()) return "until what all replicas carry";
    if (answer.until && !near(answer.until->held(), cap)) return "until what all replicas carry";
  } else if (answer.last || answer.reason.empty() || !near(answer.until, regions.back().end)) {
    return "until";
  }
  return "";
}

constexpr double unit = 1e8;  // of an amount in a dollar

Scenario scenario_of(const ExactCase& c) {
  const auto number = [](Wide value) { return static_cast<double>(value); };
  Scenario scenario;
  SelfHost& self_host = scenario.self_host;
  self_host.billed = self_host.serving = 1.0 * hour;
  self_host.throughput = TotalRate{number(c.capacity) / 3600 * token / second};
  self_host.gpu_price = number(c.replica) / unit * usd / hour;
  self_host.fixed = number(c.base) / unit * usd;
  self_host.marginal = number(c.marginal) / 100 * usd / mtok;
  self_host.min_replicas = static_cast<std::int64_t>(c.first_step);
  if (c.last_step) self_host.max_replicas = static_cast<std::int64_t>(*c.last_step);
  scenario.api = test::flat_price(number(c.list) / 100 * usd / mtok);
  scenario.api.tier_kind = c.kind;
  scenario.api.free = number(c.free) * token;
  scenario.api.minimum = number(c.minimum) / unit * usd;
  for (const ExactTier& tier : c.tiers)
    scenario.api.tiers.push_back({number(tier.above) * token, number(tier.price) / 100 * usd / mtok});
  return scenario;
}

// Round numbers, so that ties, touches and breakpoints at step edges are frequent.
ExactCase random_case(test::Draw& draw) {
  ExactCase c{};
  c.capacity = draw.integer(1, 50) * 1000;
  c.list = draw.one_in(12) ? 0 : draw.integer(1, 40);
  c.kind = draw.one_in(2) ? TierKind::marginal : TierKind::all_units;
  const auto volume = [&] {
    return draw.one_in(3) ? draw.integer(1, 12) * c.capacity : Wide(draw.integer(1, 12'000)) * c.capacity / 1000;
  };
  for (std::int64_t tiers = draw.integer(0, 3); tiers > 0; --tiers)
    c.tiers.push_back({volume(), draw.one_in(8) ? 0 : draw.integer(1, 40)});
  std::sort(c.tiers.begin(), c.tiers.end(), [](const auto& a, const auto& b) { return a.above < b.above; });
  const auto same = [](const auto& a, const auto& b) { return a.above == b.above; };
  c.tiers.erase(std::unique(c.tiers.begin(), c.tiers.end(), same), c.tiers.end());
  c.free = draw.one_in(3) ? volume() : 0;
  c.marginal = draw.one_in(2) ? 0 : draw.integer(1, 25);
  const Wide last_price = c.tiers.empty() ? c.list : c.tiers.back().price;
  const Wide worth = last_price * c.capacity;
  const Wide gained = (last_price - c.marginal) * c.capacity;
  switch (draw.integer(1, 6)) {
    case 1:
      c.replica = 0;
      break;
    case 2:
      c.replica = std::max<Wide>(0, gained);
      break;
    case 3:
      c.replica = std::max<Wide>(0, gained - gained / draw.integer(2, 300));
      break;
    default:
      c.replica = draw.integer(0, 45) * c.capacity;
  }
  c.base = draw.one_in(3) ? 0 : draw.integer(0, 20) * (draw.one_in(2) ? c.replica : c.capacity * 7);
  c.first_step = draw.one_in(2) ? 1 : draw.integer(1, 6);
  if (draw.one_in(2)) c.minimum = draw.integer(1, 8) * (draw.one_in(2) ? c.replica + c.base : worth);
  if (draw.one_in(4)) c.last_step = c.first_step + draw.integer(0, 12);
  return c;
}

std::string text(const ExactCase& c) {
  const auto number = [](Wide value) { return std::to_string(static_cast<long long>(value)); };
  std::string tiers;
  for (const ExactTier& tier : c.tiers) tiers += " " + number(tier.above) + ":" + number(tier.price);
  return "base " + number(c.base) + ", replica " + number(c.replica) + ", marginal " + number(c.marginal) +
         ", capacity " + number(c.capacity) + ", list " + number(c.list) + ", free " + number(c.free) + ", minimum " +
         number(c.minimum) + (c.kind == TierKind::marginal ? ", marginal" : ", all units") + tiers + ", steps " +
         number(c.first_step) + ".." + (c.last_step ? number(*c.last_step) : "");
}

}  // namespace

TEST_CASE("the crossings of tiered bills are those of an exact scan") {
  test::Draw draw(20'260'616);
  constexpr int case_count = 40'000;
  int tested = 0, bounded = 0, beyond = 0, always = 0, from_zero = 0, touches = 0, jumps = 0, endless = 0, many = 0;
  for (int i = 0; i < case_count; ++i) {
    const ExactCase c = random_case(draw);
    const auto steps = steps_to_scan(c);
    if (!steps) continue;
    ++tested;
    const Scan truth = scan(c, *steps);
    const Scenario scenario = scenario_of(c);
    const VolumeBreakEven answer = compare(scenario).break_even.volume;
    const std::string broken = mismatch(c, truth, answer);
    if (!broken.empty()) FAIL(broken << " of " << text(c));
    if (first_break_even_volume(scenario) != answer.value) FAIL("first_break_even_volume of " << text(c));
    bounded += answer.until.has_value();
    beyond += answer.needed.has_value();
    always += answer.status == Status::always;
    from_zero += answer.value == Tokens{} && answer.status != Status::always;
    touches += std::any_of(answer.crossings.begin(), answer.crossings.end(), [](const Crossing& x) { return x.touch; });
    jumps += c.kind == TierKind::all_units && !c.tiers.empty() && answer.crossing_count > 0;
    endless += truth.endless && !c.last_step;
    many += answer.crossing_count > crossings_listed;
  }
  CAPTURE(tested, bounded, beyond, always, from_zero, touches, jumps, endless, many);
  CHECK(tested > 30'000);
  CHECK(std::min({bounded, beyond, always, from_zero, touches, jumps}) > 500);
  CHECK(many > 200);
  CHECK(endless > 30);
}

TEST_CASE("the bill of a volume is what an exact sum over the brackets says") {
  test::Draw draw(20'260'617);
  for (int i = 0; i < 5'000; ++i) {
    const ExactCase c = random_case(draw);
    const Scenario scenario = scenario_of(c);
    for (const Wide volume : {Wide(0), c.free, c.tiers.empty() ? Wide(1) : c.tiers.back().above,
                              Wide(draw.integer(0, 20'000)) * c.capacity / 1000}) {
      INFO(text(c) << " at " << static_cast<double>(volume));
      const double expected = static_cast<double>(std::max(c.minimum, usage(c, volume))) / unit;
      const Money cost = api_cost(scenario.api, scenario.workload, static_cast<double>(volume) * token);
      CHECK_THAT(cost / usd, Catch::Matchers::WithinRel(expected, 1e-12));
    }
  }
}

}  // namespace breakeven
