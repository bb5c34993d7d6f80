// SPDX-License-Identifier: MIT
#include "breakeven/break_even.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

bool at_least(Money a, Money b) { return a >= b - b * cost_tolerance; }

// Compares S_j with κ·j, in the terms of MODEL 2.5.
struct Steps {
  const Staircase& staircase;
  Money worth;  // κ: API value of one full replica

  Money cost(double j) const { return staircase.base + staircase.step * j; }
  bool end_is_won(double j) const { return at_least(worth * j, cost(j)); }
  bool start_is_won(double j) const { return at_least(worth * (j - 1), cost(j)); }
};

// The least j >= from for which `won` holds, from its real-valued root; rounding may move the ceiling by one.
template <class Predicate>
double first_won(double root, double from, Predicate won) {
  const double j = std::max(from, std::ceil(root));
  if (!won(j)) return j + 1;
  return j > from && won(j - 1) ? j - 1 : j;
}

VolumeBreakEven never(std::string_view reason) { return {.status = Status::never, .reason = reason}; }

// The steps that self-hosting wins only in part: it starts to win at S_j/margin and loses again at the step's end,
// unless it wins the next step from its start. `served_end` is `end`, or less if max_replicas ends the staircase first.
struct Contested {
  double first;
  double end;
  double served_end;
};

std::vector<Crossing> list_crossings(const Steps& steps, TokenPrice margin, const Contested& contested,
                                     int most_listed) {
  std::vector<Crossing> crossings;
  const int listed = static_cast<int>(std::min<double>(contested.served_end - contested.first, most_listed));
  for (int i = 0; i < listed; ++i) {
    const double j = contested.first + i;
    const Tokens up = steps.cost(j) / margin;
    const Tokens step_end = steps.staircase.capacity * j;
    const bool falls_back = j + 1 < contested.end;
    if (falls_back && up >= step_end * (1 - cost_tolerance)) {
      crossings.push_back({.volume = step_end, .to = Side::api, .touch = true});
      continue;
    }
    crossings.push_back({.volume = std::min(up, step_end), .to = Side::self_host});
    if (falls_back && i + 1 < listed) crossings.push_back({.volume = step_end, .to = Side::api});
  }
  return crossings;
}

}  // namespace

std::string_view name(Status status) {
  static constexpr std::array<std::string_view, 6> names{"at",         "never",          "always",
                                                         "not_unique", "not_applicable", "infeasible"};
  return names.at(static_cast<std::size_t>(status));
}

Money Staircase::cost(double replicas) const {
  const Money replicas_alone = base + step * replicas;
  if (machine == Money{}) return replicas_alone;
  return replicas_alone + machine * std::ceil((replicas + spare_replicas) / replicas_per_machine);
}

VolumeBreakEven volume_break_even(const Staircase& staircase, TokenPrice margin, int most_listed) {
  if (margin <= TokenPrice{}) return never(no_margin_reason);
  if (staircase.base == Money{} && staircase.step == Money{})
    return {.status = Status::always, .value = Tokens{}, .last = Tokens{}};

  const Steps steps{staircase, margin * staircase.capacity};
  const Money gain = steps.worth - staircase.step;
  if (at_least(staircase.step, steps.worth)) {
    const bool ties = at_least(steps.worth, staircase.step) && staircase.base == Money{};
    return never(ties ? "every full replica only ties with the API"
                      : "a full replica costs more than the API charges for what it carries");
  }

  const auto crossing_in = [&](double j) { return std::min(steps.cost(j) / margin, staircase.capacity * j); };
  const double first =
      first_won(staircase.base / gain, staircase.min_replicas, [&](double j) { return steps.end_is_won(j); });
  const double end =
      first_won((staircase.base + steps.worth) / gain, first + 1, [&](double j) { return steps.start_is_won(j); });
  const bool above_maximum = staircase.max_replicas && first > *staircase.max_replicas;
  if (above_maximum || first > most_replicas) {
    VolumeBreakEven out_of_reach =
        never(above_maximum ? "the first break-even needs more than the maximum number of replicas"
                            : "the first break-even needs more than a quadrillion replicas");
    out_of_reach.needed = crossing_in(first);
    return out_of_reach;
  }

  const double served_end = staircase.max_replicas ? std::min(end, *staircase.max_replicas + 1) : end;
  const double count = served_end - first;
  return {.status = count > 1 ? Status::not_unique : Status::at,
          .value = crossing_in(first),
          .last = crossing_in(served_end - 1),
          .crossing_count = count,
          .crossings = list_crossings(steps, margin, {first, end, served_end}, most_listed)};
}

Result<double> utilization_break_even(Money replica_cost, Tokens full_load, TokenPrice margin, double max_utilization,
                                      double peak_to_average) {
  if (margin <= TokenPrice{}) return {.status = Status::never, .reason = no_margin_reason};
  if (replica_cost == Money{}) return {.status = Status::always, .value = 0.0, .needed = 0.0};
  const double needed = replica_cost / (margin * full_load);
  const double limit = max_utilization / peak_to_average;
  if (needed <= limit * (1 + cost_tolerance)) return {.status = Status::at, .value = needed, .needed = needed};
  if (needed > 1)
    return {.status = Status::never,
            .needed = needed,
            .reason = "even a replica at 100% costs more per token than the API"};
  if (needed > max_utilization)
    return {.status = Status::never, .needed = needed, .reason = "above the maximum utilization"};
  return {
      .status = Status::never, .needed = needed, .reason = "above what the peak-to-average sizing leaves on the mean"};
}

}  // namespace breakeven
