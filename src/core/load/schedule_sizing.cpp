// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "breakeven/cost.hpp"
#include "breakeven/layers.hpp"
#include "breakeven/schedule.hpp"

namespace breakeven {
namespace {

// The inputs for choosing a layer's sessions.
struct Plan {
  const CyclicLoad& load;
  const SelfHost& self_host;
  const SessionTerms& terms;
  double cycles;  // per month

  // The average saving of one layer of `span` in each class.
  std::vector<Money> savings(const LayerSpan& span) const {
    std::vector<Money> saved(load.cycle().class_count);
    for (std::size_t i = 0; i < load.bins().size(); ++i) {
      const LoadBin& bin = load.bins()[i];
      if (bin.replicas <= 0) continue;
      const double filled = std::clamp(bin.replicas - (span.first - 1), 0.0, span.count()) / span.count();
      saved[load.classes()[i]] += (bin.api - bin.marginal) * (filled / bin.replicas * cycles);
    }
    return saved;
  }

  // Adds the sessions of the layers of `span` if they pay off; each pays for `replicas`.
  bool add(const LayerSpan& span, double replicas, std::vector<OnSession>& sessions) const {
    const HourlyPrice price = replica_hour_price(self_host) * (replicas * cycles);
    const SessionPlan plan = best_sessions(load.cycle(), savings(span), terms, price);
    if (plan.saved <= self_host.replica_fixed * replicas) return false;
    for (const ClassRun& run : plan.runs) sessions.push_back({span.count(), run});
    return true;
  }

  // Higher layers save less, so if one does not pay off, none above it does.
  std::vector<OnSession> sessions(double spares) const {
    const auto least = static_cast<double>(std::max<std::int64_t>(1, self_host.min_replicas));
    const double most =
        self_host.max_replicas ? static_cast<double>(*self_host.max_replicas) : std::numeric_limits<double>::infinity();
    std::vector<OnSession> found;
    if (least > most || !add({.first = 1, .last = least}, 1 + spares / least, found)) return found;
    for (LayerSpan span : layer_spans(load.bins(), most)) {
      span.first = std::max(span.first, least + 1);
      if (span.first <= span.last && !add(span, 1, found)) break;
    }
    return found;
  }
};

}  // namespace

ScheduleSizing schedule_sizing(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms,
                               Time month) {
  const auto scheduled = [&](std::vector<OnSession> sessions) {
    return schedule_of(load, self_host, terms, month, std::move(sessions));
  };
  const HybridSizing always = hybrid_sizing(LoadDurationCurve(load.bins()), {.self_host = self_host}, month, 2);
  ScheduleSizing sizing{.best = scheduled({}), .always_on = always.best, .all_api = always.all_api.cost()};
  const Plan plan{load, self_host, terms, month / load.cycle().length()};
  const std::vector<double> never_off(load.cycle().class_count, always.best.replica_count);
  // Try charging the spares to the first layers, and to no layer; only the total cost shows which is better.
  std::vector<std::vector<OnSession>> candidates{plan.sessions(0), nested_sessions(never_off)};
  if (self_host.spare_replicas > 0) candidates.push_back(plan.sessions(static_cast<double>(self_host.spare_replicas)));
  for (std::vector<OnSession>& sessions : candidates) {
    Schedule candidate = scheduled(std::move(sessions));
    if (candidate.cost() < sizing.best.cost()) sizing.best = std::move(candidate);
  }
  return sizing;
}

}  // namespace breakeven
