// SPDX-License-Identifier: MIT
#include "breakeven/detail/session_plan.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/scenario.hpp"

namespace breakeven {
namespace {

// For each i: the best plan of the first i classes after one that is off, and the length of the session that ends
// there.
struct PlanLine {
  std::vector<Money> best;
  std::vector<std::size_t> last_session;

  explicit PlanLine(std::size_t class_count) : best(class_count), last_session(class_count), sums_(class_count) {}

  void solve(std::span<const Money> saved, std::size_t off, std::span<const Money> costs) {
    for (std::size_t i = 1; i < best.size(); ++i) {
      sums_[i] = sums_[i - 1] + saved[(off + i) % best.size()];
      best[i] = best[i - 1];
      last_session[i] = 0;
      for (std::size_t length = 1; length <= i; ++length) {
        const Money with = best[i - length] + (sums_[i] - sums_[i - length]) - costs[length];
        if (with <= best[i]) continue;
        best[i] = with;
        last_session[i] = length;
      }
    }
  }

  std::vector<ClassRun> runs(std::size_t off) const {
    std::vector<ClassRun> found;
    for (std::size_t i = best.size() - 1; i > 0;) {
      const std::size_t length = last_session[i];
      if (length > 0) found.push_back({(off + i - length + 1) % best.size(), length});
      i -= std::max<std::size_t>(length, 1);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  std::vector<Money> sums_;
};

}  // namespace

Time billed_time(const Cycle& cycle, const SessionTerms& terms, std::size_t class_count) {
  if (class_count >= cycle.class_count) return cycle.length();
  const Sessions one{.per_month = 1,
                     .length = cycle.class_width * static_cast<double>(class_count),
                     .start_up = terms.start_up,
                     .billing_increment = terms.billing_increment};
  return one.billed();
}

std::vector<ClassRun> runs_of(const std::vector<bool>& is_on) {
  const std::size_t count = is_on.size();
  const auto off = static_cast<std::size_t>(std::find(is_on.begin(), is_on.end(), false) - is_on.begin());
  if (off == count) return {{0, count}};
  std::vector<ClassRun> runs;
  for (std::size_t i = 1; i < count; ++i) {
    const std::size_t first = i;
    while (is_on[(off + i) % count]) ++i;
    if (i > first) runs.push_back({(off + first) % count, i - first});
  }
  return runs;
}

SessionPlan best_sessions(const Cycle& cycle, std::span<const Money> saved, const SessionTerms& terms,
                          HourlyPrice price) {
  std::vector<Money> costs(cycle.class_count + 1);
  for (std::size_t i = 1; i < costs.size(); ++i) costs[i] = price * billed_time(cycle, terms, i);
  SessionPlan plan;
  PlanLine line(cycle.class_count);
  for (std::size_t off = 0; off < cycle.class_count; ++off) {
    line.solve(saved, off, costs);
    if (line.best.back() <= plan.saved) continue;
    plan = {line.best.back(), line.runs(off)};
  }
  Money all = -costs.back();
  for (const Money of_class : saved) all += of_class;
  if (all > plan.saved) plan = {all, {{0, cycle.class_count}}};
  return plan;
}

}  // namespace breakeven
