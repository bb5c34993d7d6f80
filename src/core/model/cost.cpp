// SPDX-License-Identifier: MIT
#include "breakeven/cost.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

TokenRate rate_of(const TotalRate& total, const Workload&) { return total.rate; }

TokenRate rate_of(const OutputRate& output, const Workload& workload) {
  if (workload.input_share >= 1) throw std::invalid_argument("an output rate has no total where nothing is output");
  return output.rate / workload.input_share.complement();
}

TokenRate rate_of(const PhaseRates& rates, const Workload& workload) {
  if (workload.shape) return workload.shape->total() / service_time(rates, *workload.shape, workload.cache_hit);
  if (rates.context > ContextCost{}) throw std::invalid_argument("a context cost needs a request shape");
  const double prefilled = workload.input_share * workload.cache_hit.complement();
  const auto seconds_per_token =
      prefilled / rates.prefill.held() + workload.input_share.complement() / rates.decode.held();
  return 1 / seconds_per_token * token / second;
}

}  // namespace

ServiceTime service_time(const PhaseRates& rates, const RequestShape& shape, Fraction cache_hit) {
  const ServiceTime phases =
      shape.input * static_cast<double>(cache_hit.complement()) / rates.prefill + shape.output / rates.decode;
  return phases + rates.context * shape.output * (shape.input + shape.output / 2.0);
}

TokenRate full_load_rate(const Throughput& throughput, const Workload& workload) {
  return std::visit([&](const auto& rates) { return rate_of(rates, workload); }, throughput);
}

TokenRate total_rate(OutputRate measured, const RequestShape& shape) {
  return measured.rate * (shape.total() / shape.output);
}

Time Sessions::billed() const {
  const Time used = length + start_up;
  if (billing_increment == Time{}) return used * per_month;
  return billing_increment * std::ceil(used / billing_increment * (1 - edge_tolerance)) * per_month;
}

namespace {

struct MachineShare {
  double billed_gpus;
  double replicas_per_machine;
};

MachineShare machine_share(const SelfHost& self_host) {
  const std::int64_t machine = self_host.gpus_per_machine;
  const std::int64_t needed = self_host.gpus_per_replica;
  const std::int64_t replicas = std::max<std::int64_t>(machine / needed, 1);
  const std::int64_t machines = needed > machine ? (needed + machine - 1) / machine : 1;
  return {static_cast<double>(machines * machine) / static_cast<double>(replicas), static_cast<double>(replicas)};
}

}  // namespace

Replica replica(const SelfHost& self_host, const Workload& workload) {
  const auto [gpus, replicas_per_machine] = machine_share(self_host);
  const Spot& spot = self_host.spot;
  const Money gpu_hours = self_host.gpu_price * static_cast<double>(self_host.gpu_discount.complement()) * gpus *
                          self_host.billed * static_cast<double>(spot.availability);
  const Money interruptions = gpu_hours * (spot.interruptions * spot.restart);
  const Money fallback =
      spot.fallback_price * static_cast<double>(spot.availability.complement()) * gpus * self_host.billed;
  const Tokens full_load =
      full_load_rate(self_host.throughput, workload) * static_cast<double>(self_host.derate) * self_host.serving;
  const double load_limit = self_host.max_utilization / self_host.peak_to_average;
  return {.billed_gpus = gpus,
          .replicas_per_machine = replicas_per_machine,
          .gpu_hours = gpu_hours,
          .interruptions = interruptions,
          .fallback = fallback,
          .cost = (gpu_hours + interruptions + fallback) * self_host.overhead_multiplier + self_host.replica_fixed,
          .full_load = full_load,
          .capacity = full_load * load_limit,
          .load_limit = load_limit};
}

HourlyPrice effective_gpu_price(const SelfHost& self_host) {
  const Spot& spot = self_host.spot;
  const HourlyPrice paid = self_host.gpu_price * static_cast<double>(self_host.gpu_discount.complement());
  return paid * static_cast<double>(spot.availability) * (1 + spot.interruptions * spot.restart) +
         spot.fallback_price * static_cast<double>(spot.availability.complement());
}

HourlyPrice replica_hour_price(const SelfHost& self_host) {
  return effective_gpu_price(self_host) * machine_share(self_host).billed_gpus * self_host.overhead_multiplier;
}

double replicas_needed(const SelfHost& self_host, const Replica& replica, Tokens volume) {
  const double steps = std::ceil(volume / replica.capacity * (1 - edge_tolerance));
  return std::max(static_cast<double>(self_host.min_replicas), steps);
}

double paid_replicas(const SelfHost& self_host, const Replica& replica, double count) {
  const double used = count + static_cast<double>(self_host.spare_replicas);
  return std::ceil(used / replica.replicas_per_machine) * replica.replicas_per_machine;
}

Tokens volume(const Scenario& scenario, const Replica& replica) {
  if (const auto* tokens = std::get_if<Tokens>(&scenario.workload.demand)) return *tokens;
  if (const auto* utilization = std::get_if<Utilization>(&scenario.workload.demand))
    return replica.full_load * static_cast<double>(scenario.self_host.min_replicas) *
           static_cast<double>(utilization->ratio);
  if (!scenario.workload.shape) throw std::invalid_argument("requests need a request shape");
  return std::get<Requests>(scenario.workload.demand) * scenario.workload.shape->total();
}

std::string_view name(Component component) {
  static constexpr std::array<std::string_view, 15> names{
      "gpu_hours", "interruptions", "fallback",   "overhead",    "spares", "unused_gpus", "replica_fixed", "fixed",
      "marginal",  "input",         "cache_read", "cache_write", "output", "requests",    "minimum"};
  return names.at(static_cast<std::size_t>(component));
}

std::vector<CostLine> self_host_breakdown(const SelfHost& self_host, const Replica& replica, double count,
                                          Tokens volume) {
  std::vector<CostLine> lines;
  add_line(lines, Component::gpu_hours, replica.gpu_hours * count);
  add_line(lines, Component::interruptions, replica.interruptions * count);
  add_line(lines, Component::fallback, replica.fallback * count);
  const Money gpu_spend = replica.gpu_hours + replica.interruptions + replica.fallback;
  add_line(lines, Component::overhead, gpu_spend * (self_host.overhead_multiplier - 1) * count);
  add_line(lines, Component::spares, replica.cost * static_cast<double>(self_host.spare_replicas));
  const double unused =
      paid_replicas(self_host, replica, count) - count - static_cast<double>(self_host.spare_replicas);
  add_line(lines, Component::unused_gpus, gpu_spend * self_host.overhead_multiplier * unused);
  add_line(lines, Component::replica_fixed, self_host.replica_fixed * count);
  add_line(lines, Component::fixed, self_host.fixed);
  add_line(lines, Component::marginal, self_host.marginal * volume);
  return lines;
}

Money self_host_cost(const SelfHost& self_host, const Replica& replica, double count, Tokens volume) {
  const double used = count + static_cast<double>(self_host.spare_replicas);
  const double unused = paid_replicas(self_host, replica, count) - used;
  return self_host.fixed + replica.cost * used + (replica.cost - self_host.replica_fixed) * unused +
         self_host.marginal * volume;
}

Staircase staircase(const SelfHost& self_host, const Replica& replica) {
  const double spares = static_cast<double>(self_host.spare_replicas);
  const bool by_machine = replica.replicas_per_machine > 1;
  const Money step = by_machine ? self_host.replica_fixed : replica.cost;
  Staircase result{.base = self_host.fixed + step * spares,
                   .step = step,
                   .capacity = replica.capacity,
                   .min_replicas = static_cast<double>(self_host.min_replicas)};
  if (by_machine) {
    result.machine = (replica.cost - self_host.replica_fixed) * replica.replicas_per_machine;
    result.replicas_per_machine = replica.replicas_per_machine;
    result.spare_replicas = spares;
  }
  if (self_host.max_replicas) result.max_replicas = static_cast<double>(*self_host.max_replicas);
  return result;
}

}  // namespace breakeven
