// SPDX-License-Identifier: MIT
// The closed form of volume_break_even against a scan of the steps in exact integers.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "breakeven/break_even.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

__extension__ using Wide = __int128;  // holds every product below

/// Amounts in micro-dollars, volumes in tokens; the price is up/down micro-dollars per token.
struct ExactCase {
  Wide fixed, replica, spares, capacity, up, down, first_step;
  std::optional<Wide> last_step;

  // Costs and worths are compared times `down`.
  Wide cost(Wide step) const { return (fixed + (step + spares) * replica) * down; }
  Wide worth(Wide step) const { return up * step * capacity; }
};

struct Change {
  double volume;
  Side to;
  bool touch;
};

struct Scan {
  std::vector<Change> changes;
  Wide steps_needed = 0;  // replicas at the first change to self-hosting
};

double micro(Wide amount, Wide down = 1) { return static_cast<double>(amount) / static_cast<double>(down); }

// Walks the staircase until a whole step is won, from where on no step is lost: the worth grows by more than the cost.
Scan scan(const ExactCase& c) {
  Scan result;
  bool self_host = false;
  for (Wide step = c.first_step;; ++step) {
    const Wide cost = c.cost(step);
    const bool starts_won = (step == c.first_step ? 0 : c.worth(step - 1)) >= cost;
    const bool ends_won = c.worth(step) >= cost;
    if (starts_won) return result;
    const bool beyond_last = c.last_step && step > *c.last_step;
    if (beyond_last && result.steps_needed > 0) return result;
    if (self_host) result.changes.push_back({micro((step - 1) * c.capacity), Side::api, false});
    self_host = ends_won;
    if (!ends_won) continue;
    if (result.steps_needed == 0) result.steps_needed = step;
    const bool touch = c.worth(step) == cost && c.worth(step) < c.cost(step + 1);
    result.changes.push_back({micro(cost, c.up), touch ? Side::api : Side::self_host, touch});
    if (touch) self_host = false;
    if (beyond_last) return result;
  }
}

VolumeBreakEven closed_form(const ExactCase& c) {
  Staircase staircase{.base = micro(c.fixed + c.spares * c.replica, 1'000'000) * usd,
                      .step = micro(c.replica, 1'000'000) * usd,
                      .capacity = micro(c.capacity) * token,
                      .min_replicas = micro(c.first_step)};
  if (c.last_step) staircase.max_replicas = micro(*c.last_step);
  return volume_break_even(staircase, micro(c.up, c.down) * usd / mtok);
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b)); }
bool near(std::optional<Tokens> tokens, double expected) { return tokens && near(tokens->held(), expected); }
bool is_up(const Change& change) { return change.to == Side::self_host || change.touch; }

bool same_list(const std::vector<Crossing>& listed, const std::vector<Change>& changes) {
  if (listed.size() != changes.size()) return false;
  return std::equal(listed.begin(), listed.end(), changes.begin(), [](const Crossing& a, const Change& b) {
    return near(a.volume.held(), b.volume) && a.to == b.to && a.touch == b.touch;
  });
}

std::vector<Change> up_to_limit(const std::vector<Change>& changes) {
  std::vector<Change> listed;
  int ups = 0;
  for (const Change& change : changes) {
    if (is_up(change) && ++ups > crossings_listed) break;
    listed.push_back(change);
  }
  while (ups > crossings_listed && !is_up(listed.back())) listed.pop_back();
  return listed;
}

// Which rule of MODEL 2.5 the answer breaks; empty where it breaks none.
std::string mismatch(const ExactCase& c, const VolumeBreakEven& answer) {
  if (c.fixed == 0 && c.replica == 0)
    return answer.status == Status::always && near(answer.value, 0) && answer.crossings.empty()
               ? ""
               : "a free side is not always";
  const Wide gain = c.worth(1) - c.replica * c.down;
  if (gain <= 0) return answer.status == Status::never && !answer.needed && !answer.value ? "" : "no gain is not never";
  const Scan truth = scan(c);
  const double first = truth.changes.front().volume;
  if (c.last_step && truth.steps_needed > *c.last_step)
    return answer.status == Status::never && near(answer.needed, first) ? "" : "beyond the maximum is not never";
  const auto count = std::count_if(truth.changes.begin(), truth.changes.end(), is_up);
  const auto last = std::find_if(truth.changes.rbegin(), truth.changes.rend(), is_up);
  if (answer.crossing_count != static_cast<double>(count)) return "count";
  if (answer.status != (count > 1 ? Status::not_unique : Status::at)) return "status";
  if (!near(answer.value, first)) return "first";
  if (!near(answer.last, last->volume)) return "last";
  return same_list(answer.crossings, up_to_limit(truth.changes)) ? "" : "list";
}

// Round numbers, so that ties and touches are frequent, and a replica that is worth a whole number of micro-dollars.
// One that saves something saves a thousandth at least, which bounds the scan.
ExactCase random_case(test::Draw& draw) {
  ExactCase c{};
  c.down = draw.one_in(2) ? 1 : draw.integer(2, 100);
  c.up = draw.integer(1, 300);
  c.capacity = draw.integer(1, 2000) * c.down * 1000;
  const auto worth = static_cast<std::int64_t>(c.worth(1) / c.down);
  switch (draw.integer(1, 10)) {
    case 1:
      c.replica = 0;
      break;
    case 2:
      c.replica = worth;
      break;
    case 3:
      c.replica = draw.integer(worth, 2 * worth);
      break;
    case 4:
      c.replica = worth - worth / draw.integer(60, 1000);
      break;
    default:
      c.replica = draw.integer(0, worth - worth / 100);
  }
  c.spares = draw.one_in(2) ? 0 : draw.integer(1, 4);
  c.first_step = draw.one_in(2) ? 1 : draw.integer(1, 30);
  const Wide gain = worth - c.replica;
  switch (draw.integer(1, 4)) {
    case 1:
      c.fixed = 0;
      break;
    case 2:
      c.fixed = draw.integer(0, 10 * worth);
      break;
    // Some step's end ties.
    default:
      c.fixed = std::max<Wide>(0, draw.integer(1, 40) * gain - c.spares * c.replica);
  }
  if (draw.one_in(3)) c.last_step = c.first_step + draw.integer(0, 40);
  return c;
}

// The maximum just below, at and above the first and the last crossing.
void move_maximum(ExactCase& c, test::Draw& draw) {
  if (c.worth(1) <= c.replica * c.down || (c.fixed == 0 && c.replica == 0)) return;
  c.last_step.reset();
  const Scan truth = scan(c);
  const auto ups = std::count_if(truth.changes.begin(), truth.changes.end(), is_up);
  const Wide edge = truth.steps_needed + (draw.one_in(2) ? 0 : ups - 1);
  c.last_step = std::max<Wide>(c.first_step, edge + draw.integer(-1, 1));
}

std::string text(const ExactCase& c) {
  const auto number = [](Wide value) { return std::to_string(static_cast<long long>(value)); };
  return "fixed " + number(c.fixed) + ", replica " + number(c.replica) + ", spares " + number(c.spares) +
         ", capacity " + number(c.capacity) + ", price " + number(c.up) + "/" + number(c.down) + ", steps " +
         number(c.first_step) + ".." + (c.last_step ? number(*c.last_step) : "");
}

}  // namespace

TEST_CASE("the closed form finds what an exact scan of the staircase finds") {
  test::Draw draw(20'260'615);
  constexpr int case_count = 40'000;
  int touches = 0, beyond = 0, tied = 0, losing = 0, free_replicas = 0, many = 0, capped = 0;
  for (int i = 0; i < case_count; ++i) {
    ExactCase c = random_case(draw);
    if (draw.one_in(4)) move_maximum(c, draw);
    const VolumeBreakEven answer = closed_form(c);
    const std::string broken = mismatch(c, answer);
    if (!broken.empty()) FAIL(broken << " of " << text(c));
    touches += std::any_of(answer.crossings.begin(), answer.crossings.end(), [](const Crossing& x) { return x.touch; });
    beyond += answer.needed.has_value();
    tied += c.worth(1) == c.replica * c.down;
    losing += c.worth(1) < c.replica * c.down;
    free_replicas += c.replica == 0;
    many += answer.crossing_count > crossings_listed;
    capped += c.last_step && answer.last.has_value();
  }
  CAPTURE(touches, beyond, tied, losing, free_replicas, many, capped);
  CHECK(std::min({touches, beyond, tied, losing, free_replicas, many, capped}) > 500);
}

TEST_CASE("more than 64 crossings are counted, and 64 are listed with the changes between them") {
  const Staircase staircase{.base = Money{}, .step = 999 * usd, .capacity = 1e9 * token};
  const VolumeBreakEven answer = volume_break_even(staircase, 1 * usd / mtok);
  CHECK(answer.status == Status::not_unique);
  CHECK(answer.crossing_count == 999);
  REQUIRE(answer.crossings.size() == 64 + 63);
  CHECK(answer.crossings.front().to == Side::self_host);
  CHECK(answer.crossings.back().to == Side::self_host);
  CHECK_THAT(answer.crossings.back().volume / token, Catch::Matchers::WithinRel(64 * 0.999e9, 1e-12));
  CHECK_THAT(answer.last.value() / token, Catch::Matchers::WithinRel(999 * 0.999e9, 1e-12));
}

}  // namespace breakeven
