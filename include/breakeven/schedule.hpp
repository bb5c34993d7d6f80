// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "breakeven/detail/session_plan.hpp"
#include "breakeven/hybrid.hpp"

namespace breakeven {

/// Replicas that start and stop together once per cycle.
struct OnSession {
  double replicas = 0;
  ClassRun on{};
};

/// The monthly cost and traffic of sessions. Replicas that are on serve; the rest goes to the API. Spare replicas are
/// on whenever another replica is.
struct Schedule {
  std::vector<OnSession> sessions{};
  std::vector<double> replicas{};       // on in each class, without spares
  Time billed{};                        // all replicas, including spares, start-ups and whole increments
  double starts = 0;                    // all replicas
  std::optional<double> utilization{};  // delivered over peak tokens while on; absent if nothing is on
  double overflow_token_ratio = 0;
  Money self_host{};  // with F, and f for the most replicas that are on at once
  Money api{};

  Money cost() const { return self_host + api; }
};

/// The schedule of any sessions. Ignores self_host.billed and its bounds on replicas; assumes a proportional bill.
/// Domain, here and below: load.is_complete().
Schedule schedule_of(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                     std::vector<OnSession> sessions);

/// Sessions that turn on `replicas` in each class of a cycle; the last to start is the first to stop.
std::vector<OnSession> nested_sessions(std::span<const double> replicas);

/// The cheapest number of replicas, from 1 to `most`, that are on only in the classes of `on`; the least of equally
/// cheap ones. The cost is convex in it, because each further replica serves less. Domain: at least one class is on,
/// most >= 1.
double best_replica_count(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms, Time month,
                          const std::vector<bool>& on, double most);

/// The sessions of `replicas` replicas in the classes of `on`.
std::vector<OnSession> sessions_in(const std::vector<bool>& on, double replicas);

/// The best times to be on, compared with never stopping and the API alone.
struct ScheduleSizing {
  Schedule best{};
  HybridRow always_on{};  // with the best number of replicas that never stop; 0 is the API alone
  Money all_api{};
};

/// Decides when replicas are on. Each layer of the load (replicas counted from the first, MODEL 2.8) is on in its
/// best_sessions; the first min_replicas layers are planned together, and none above max_replicas. The sum is the
/// minimum without spares if sessions are billed exactly, or by increments that divide a class; otherwise replicas that
/// take over from each other may cost less. Never more expensive than always_on and all_api. O(C³) for each distinct
/// layer that is worth turning on.
ScheduleSizing schedule_sizing(const CyclicLoad& load, const SelfHost& self_host, const SessionTerms& terms,
                               Time month);

}  // namespace breakeven
