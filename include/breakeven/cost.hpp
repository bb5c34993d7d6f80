// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "breakeven/break_even.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// Total (input + output) tokens per second of one replica at full load: R of MODEL 2.2. Throws std::invalid_argument
/// for an output rate at an input share of 1, and for a context cost without a shape.
TokenRate full_load_rate(const Throughput& throughput, const Workload& workload);

/// Seconds of one replica per request of `shape`: t of MODEL 2.2, level 1 (context zero) or level 2.
ServiceTime service_time(const PhaseRates& rates, const RequestShape& shape, Fraction cache_hit);

/// The total rate of an output rate measured at `shape`. Domain: shape.output > 0.
TokenRate total_rate(OutputRate measured, const RequestShape& shape);

/// What one replica costs and serves in the month (MODEL 2.0). Where GPUs are rented by the machine, G is the replica's
/// share of the machines that it fills (MODEL 2.6): M/⌊M/G⌋, or M·⌈G/M⌉ if it needs more than one.
struct Replica {
  double billed_gpus = 1;           // G
  double replicas_per_machine = 1;  // ⌊M/G⌋, at least 1
  Money gpu_hours;                  // A·g·G·H, after the GPU discount
  Money interruptions;              // A·g·G·H·λ·t_r
  Money fallback;                   // (1 − A)·g_fb·G·H
  Money cost;                       // K = m·(the three) + f
  Tokens full_load;                 // R·d·H_s: delivered at 100 %
  Tokens capacity;                  // C = full_load·u_max/PAR: what it is planned to carry
  double load_limit = 1;            // u_max/PAR
};

Replica replica(const SelfHost& self_host, const Workload& workload);

/// The cost of one GPU-hour after the discount, with interruptions and the fallback: g_eff of MODEL 2.6.
HourlyPrice effective_gpu_price(const SelfHost& self_host);

/// The cost of one replica for an hour: m·G·g_eff, without its monthly cost (f); G as in Replica.
HourlyPrice replica_hour_price(const SelfHost& self_host);

/// The smallest number of serving replicas that carries `volume`, within 1e-12 of a step edge; at least min_replicas. A
/// double, because a workload may need more replicas than any integer holds. Ignores max_replicas.
double replicas_needed(const SelfHost& self_host, const Replica& replica, Tokens volume);

/// The replicas that are paid for when `count` serve: spares are added, and the last machine is filled.
double paid_replicas(const SelfHost& self_host, const Replica& replica, double count);

/// V: the demand in tokens. Requests need a shape and throw std::invalid_argument without one.
Tokens volume(const Scenario& scenario, const Replica& replica);

/// The components of a month's cost, which add up to it.
enum class Component {
  gpu_hours,
  interruptions,
  fallback,
  overhead,
  spares,
  unused_gpus,
  replica_fixed,
  fixed,
  marginal,
  input,
  cache_read,
  cache_write,
  output,
  requests,
  minimum
};
std::string_view name(Component component);

struct CostLine {
  Component component;
  Money cost;
};
/// Appends a line, unless the cost is zero.
inline void add_line(std::vector<CostLine>& lines, Component component, Money cost) {
  if (cost != Money{}) lines.push_back({component, cost});
}

/// The month's self-host cost with `count` serving replicas: S(V) = F + (N+k)·K + e·V, and what is left of the
/// last machine, line by line; zero lines are left out.
std::vector<CostLine> self_host_breakdown(const SelfHost& self_host, const Replica& replica, double count,
                                          Tokens volume);

Money self_host_cost(const SelfHost& self_host, const Replica& replica, double count, Tokens volume);

/// What self-hosting costs by the volume, without the marginal cost.
Staircase staircase(const SelfHost& self_host, const Replica& replica);

}  // namespace breakeven
