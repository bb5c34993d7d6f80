// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "breakeven/detail/session_plan.hpp"
#include "breakeven/hybrid.hpp"

namespace breakeven {

/// Replicas that start and stop together, once a cycle.
struct OnSession {
  double replicas = 0;
  ClassRun on{};
};

/// What sessions cost and serve in a month. What is on serves; the rest goes to the API. Spare replicas are on whenever
/// another one is.
struct Schedule {
  std::vector<OnSession> sessions{};
  std::vector<double> replicas{};       // on in each class, spares not counted
  Time billed{};                        // of all replicas: spares, start-ups and whole increments included
  double starts = 0;                    // of all replicas
  std::optional<double> utilization{};  // delivered over peak tokens while on; absent if nothing is on
  double overflow_token_ratio = 0;
  Money self_host{};  // with F, and f for as many replicas as are ever on at once
  Money api{};

  Money cost() const { return self_host + api; }
};

/// Of any sessions. self_host.billed is not used, nor its bounds on replicas; the bill is taken to be proportional.
/// Domain, here and below: load.is_complete().
Schedule schedule_of(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                     std::vector<OnSession> sessions);

/// The sessions that make so many `replicas` on in each class of a cycle, where those that start last stop first.
std::vector<OnSession> nested_sessions(std::span<const double> replicas);

/// The number of replicas, from 1 to `most`, with which it costs least to be on in the classes of `on` and in no other;
/// the least of several. The cost is convex in it, as each more replica gets less to serve. Domain: `on` has a class
/// that is on, most >= 1.
double best_replica_count(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                          const std::vector<bool>& on, double most);

/// The sessions of so many replicas in the classes of `on`.
std::vector<OnSession> sessions_in(const std::vector<bool>& on, double replicas);

/// The best times to be on, beside never stopping and the API alone.
struct ScheduleSizing {
  Schedule best{};
  HybridRow always_on{};  // the best number of replicas that never stop; 0 is the API alone
  Money all_api{};
};

/// When to be on. Each layer of the load (replicas from the first on, MODEL 2.8) is on in its best_sessions, the first
/// min_replicas layers together, none above max_replicas. The sum is the least there is without spares, where sessions
/// are billed as they are or by increments of which a class is a multiple; else replicas that relieve each other may
/// cost less. Never dearer than always_on and all_api. Takes O(C³) for each distinct layer that is worth being on.
ScheduleSizing schedule_sizing(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms,
                               Time month);

}  // namespace breakeven
