// SPDX-License-Identifier: MIT
#include "breakeven/schedule.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/cost.hpp"

namespace breakeven {
namespace {

std::vector<double> on_in_each_class(std::span<const OnSession> sessions, std::size_t class_count) {
  std::vector<double> replicas(class_count);
  for (const OnSession& session : sessions)
    for (std::size_t i = 0; i < session.on.count; ++i)
      replicas[(session.on.first + i) % class_count] += session.replicas;
  return replicas;
}

// Adds sessions of `count` replicas in the classes with at least `level` replicas on.
void add_sessions(std::span<const double> replicas, double level, double count, std::vector<OnSession>& sessions) {
  std::vector<bool> is_on;
  for (const double on : replicas) is_on.push_back(on >= level);
  for (const OnSession& session : sessions_in(is_on, count)) sessions.push_back(session);
}

// The cost of one cycle's traffic.
struct Served {
  Money api{};
  Money marginal{};
  Tokens overflow{};
  Tokens tokens{};
  Time busy{};
};

Served served_by(std::span<const double> replicas, const CyclicLoad& load) {
  Served sum;
  for (std::size_t i = 0; i < load.bins().size(); ++i) {
    const LoadBin& bin = load.bins()[i];
    const double on = replicas[load.classes()[i]];
    const double ratio = bin.replicas > on ? on / bin.replicas : 1;
    const double served = on > 0 ? ratio : 0;
    sum.api += bin.api * (1 - served);
    sum.marginal += bin.marginal * served;
    sum.overflow += bin.tokens * (1 - served);
    sum.tokens += bin.tokens;
    sum.busy += bin.width * bin.replicas * served;
  }
  return sum;
}

}  // namespace

std::vector<OnSession> nested_sessions(std::span<const double> replicas) {
  std::vector<double> levels(replicas.begin(), replicas.end());
  std::sort(levels.begin(), levels.end());
  std::vector<OnSession> sessions;
  double below = 0;
  for (const double level : levels) {
    if (level <= below) continue;
    add_sessions(replicas, level, level - below, sessions);
    below = level;
  }
  return sessions;
}

Schedule schedule_of(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                     std::vector<OnSession> sessions) {
  const Cycle& cycle = load.cycle();
  const double cycles = month / cycle.length();
  Schedule schedule{.sessions = std::move(sessions)};
  schedule.replicas = on_in_each_class(schedule.sessions, cycle.class_count);
  const Served served = served_by(schedule.replicas, load);
  schedule.api = served.api * cycles;
  if (served.tokens > Tokens{}) schedule.overflow_token_ratio = served.overflow / served.tokens;
  if (schedule.sessions.empty()) return schedule;

  const auto spares = static_cast<double>(self_host.spare_replicas);
  std::vector<OnSession> paid = schedule.sessions;
  if (spares > 0) add_sessions(schedule.replicas, 1, spares, paid);
  for (const OnSession& session : paid) {
    schedule.billed += billed_time(cycle, terms, session.on.count) * session.replicas * cycles;
    if (session.on.count < cycle.class_count) schedule.starts += session.replicas * cycles;
  }
  Time on;
  for (const double count : schedule.replicas) on += cycle.class_width * count;
  schedule.utilization = served.busy / on * self_host.max_utilization;
  const double kept = *std::max_element(schedule.replicas.begin(), schedule.replicas.end()) + spares;
  schedule.self_host = self_host.fixed + self_host.replica_fixed * kept +
                       replica_hour_price(self_host) * schedule.billed + served.marginal * cycles;
  return schedule;
}

std::vector<OnSession> sessions_in(const std::vector<bool>& on, double replicas) {
  std::vector<OnSession> sessions;
  for (const ClassRun& run : runs_of(on)) sessions.push_back({replicas, run});
  return sessions;
}

double best_replica_count(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                          const std::vector<bool>& on, double most) {
  const auto cost_of = [&](double replicas) {
    return schedule_of(load, self_host, terms, month, sessions_in(on, replicas)).cost();
  };
  double least = 1;
  while (least < most) {
    const double middle = std::floor((least + most) / 2);
    if (cost_of(middle + 1) < cost_of(middle))
      least = middle + 1;
    else
      most = middle;
  }
  return least;
}

}  // namespace breakeven
