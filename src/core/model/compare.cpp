// SPDX-License-Identifier: MIT
#include "breakeven/compare.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

constexpr double cost_rounding = 1e-14;
constexpr std::string_view no_volume = "no tokens are served";
constexpr std::string_view not_feasible = "self-hosting cannot serve this volume";

// The cheapest path that can serve the volume.
Verdict verdict_of(const Comparison& comparison) {
  struct Path {
    Verdict verdict;
    Money cost;
  };
  std::vector<Path> paths{{Verdict::api, comparison.api.cost}};
  if (comparison.self_host.cost) paths.push_back({Verdict::self_host, *comparison.self_host.cost});
  if (comparison.serverless) paths.push_back({Verdict::serverless, comparison.serverless->cost});
  if (paths.size() == 1) return Verdict::infeasible;
  std::sort(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return a.cost < b.cost; });
  return paths[1].cost - paths[0].cost <= paths[1].cost * tie_tolerance ? Verdict::tie : paths[0].verdict;
}

std::optional<RequestFee> per_request(const Workload& workload, Money cost, Tokens volume) {
  if (!workload.shape || volume == Tokens{}) return std::nullopt;
  return cost / (volume / workload.shape->total());
}

// p − e. If they are equal as decimals, the remainder is rounding.
TokenPrice margin_of(TokenPrice price, TokenPrice marginal) {
  const TokenPrice margin = price - marginal;
  const bool equal = margin <= price * cost_rounding && margin >= -(price * cost_rounding);
  return equal ? TokenPrice{} : margin;
}

Result<TokenRate> throughput_break_even(const Replica& replica, TokenPrice margin, TokenRate rate) {
  if (margin <= TokenPrice{}) return {.status = Status::never, .reason = no_margin_reason};
  if (replica.cost == Money{}) return {.status = Status::always, .value = TokenRate{}};
  return {.status = Status::at, .value = rate * (replica.cost / (margin * replica.capacity))};
}

// The price of an available, uninterrupted GPU-hour; interruptions and the fallback price are held.
Result<HourlyPrice> gpu_price_break_even(const SelfHost& self_host, const Replica& replica, double replicas,
                                         TokenPrice margin, Tokens volume) {
  const Spot& spot = self_host.spot;
  const double paid = paid_replicas(self_host, replica, replicas);
  const double used = replicas + static_cast<double>(self_host.spare_replicas);
  const Money for_one_replica = (margin * volume - self_host.fixed - self_host.replica_fixed * used) / paid;
  const Money for_gpus = for_one_replica - replica.fallback * self_host.overhead_multiplier;
  const double paid_hours = spot.availability * (1 + spot.interruptions * spot.restart);  // for one that is needed
  const HourlyPrice price =
      for_gpus / (self_host.overhead_multiplier * replica.billed_gpus * paid_hours) / self_host.billed;
  const Money worth = margin * volume / paid;
  if (absolute(for_gpus) <= worth * tie_tolerance) return {.status = Status::at, .value = HourlyPrice{}};
  if (price < HourlyPrice{})
    return {.status = Status::never, .reason = "the API costs less than self-hosting would with free GPUs"};
  return {.status = Status::at, .value = price};
}

VolumeBreakEven unlimited_break_even(const Scenario& scenario, const Replica& replica, int most_listed) {
  const SelfHost& self_host = scenario.self_host;
  const auto& [api, workload] = std::tie(scenario.api, scenario.workload);
  const Staircase costs = staircase(self_host, replica);
  if (is_proportional(api)) {
    const TokenPrice margin = margin_of(effective_price(api, workload), self_host.marginal);
    const bool by_machine = costs.machine > Money{} && margin > TokenPrice{};
    return by_machine ? volume_break_even(costs, std::array{BillPiece{.slope = margin}}, most_listed)
                      : volume_break_even(costs, margin, most_listed);
  }
  std::vector<BillPiece> pieces = bill_pieces(api, workload);
  for (BillPiece& piece : pieces) piece.slope = margin_of(piece.slope, self_host.marginal);
  return volume_break_even(costs, pieces, most_listed);
}

// Self-hosting wins no longer than the most replicas carry.
VolumeBreakEven volume_break_even(const Scenario& scenario, const Replica& replica, int most_listed) {
  VolumeBreakEven result = unlimited_break_even(scenario, replica, most_listed);
  const auto& most = scenario.self_host.max_replicas;
  if (most && result.last) result.until = replica.capacity * static_cast<double>(*most);
  return result;
}

bool can_be_had(const SelfHost& self_host, double replicas) {
  return !self_host.max_replicas || replicas <= static_cast<double>(*self_host.max_replicas);
}

BreakEvens break_evens(const Scenario& scenario, const Comparison& known) {
  const SelfHost& self_host = scenario.self_host;
  const Replica& replica = known.replica;
  const TokenPrice margin = margin_of(known.api.effective_price, self_host.marginal);
  BreakEvens result;
  result.utilization = utilization_break_even(replica.cost, replica.full_load, margin, self_host.max_utilization,
                                              self_host.peak_to_average);
  result.throughput = throughput_break_even(replica, margin, full_load_rate(self_host.throughput, scenario.workload));
  result.volume = volume_break_even(scenario, replica, crossings_listed);
  if (!known.self_host.feasible || known.volume == Tokens{}) {
    const std::string_view reason = known.self_host.feasible ? no_volume : not_feasible;
    result.gpu_price.reason = reason;
    result.api_price.reason = reason;
    return result;
  }
  result.gpu_price = gpu_price_break_even(self_host, replica, known.self_host.replica_count, margin, known.volume);
  result.api_price = {.status = Status::at, .value = known.self_host.per_token};
  return result;
}

ServerlessAnswer serverless_answer(const Scenario& scenario, const Replica& replica, Tokens volume) {
  const Serverless& serverless = *scenario.serverless;
  ServerlessAnswer answer{.traffic = serverless_traffic(scenario, replica, volume)};
  answer.use = serverless_use(serverless, answer.traffic);
  answer.cost = serverless_cost(serverless, answer.use);
  if (volume > Tokens{}) answer.per_token = answer.cost / volume;
  answer.per_request = per_request(scenario.workload, answer.cost, volume);
  answer.lone_request = lone_request_cost(serverless);
  answer.best_keep_alive = best_keep_alive(serverless, answer.traffic);
  answer.cautious_keep_alive = cautious_keep_alive(serverless);
  answer.break_even = serverless_break_evens(scenario, replica);
  return answer;
}

}  // namespace

std::string_view name(Verdict verdict) {
  static constexpr std::array<std::string_view, 5> names{"self_host", "api", "tie", "infeasible", "serverless"};
  return names.at(static_cast<std::size_t>(verdict));
}

ServerlessTraffic serverless_traffic(const Scenario& scenario, const Replica& replica, Tokens volume) {
  const double requests = volume / scenario.workload.shape->total() / request;
  const double hours = scenario.serverless->month / hour;
  return {.arrivals = Frequency::from_held(requests / hours), .work = work_of_request(scenario, replica)};
}

SelfHostAnswer self_host_answer(const Scenario& scenario, const Replica& replica, Tokens volume) {
  const SelfHost& self_host = scenario.self_host;
  SelfHostAnswer answer;
  answer.replica_count = replicas_needed(self_host, replica, volume);
  answer.spare_count = static_cast<double>(self_host.spare_replicas);
  answer.gpu_count = paid_replicas(self_host, replica, answer.replica_count) * replica.billed_gpus;
  answer.capacity = replica.full_load * answer.replica_count;
  answer.utilization = volume / answer.capacity;
  answer.per_token_at_full_load = replica.cost / replica.full_load + self_host.marginal;
  if (!can_be_had(self_host, answer.replica_count)) {
    answer.feasible = false;
    answer.reason = "more than the maximum number of replicas is needed";
    return answer;
  }
  answer.cost = self_host_cost(self_host, replica, answer.replica_count, volume);
  if (volume > Tokens{}) answer.per_token = *answer.cost / volume;
  answer.per_request = per_request(scenario.workload, *answer.cost, volume);
  answer.breakdown = self_host_breakdown(self_host, replica, answer.replica_count, volume);
  return answer;
}

ApiAnswer api_answer(const Scenario& scenario, Tokens volume) {
  ApiAnswer answer;
  answer.effective_price = average_price(scenario.api, scenario.workload, volume);
  answer.cost = api_cost(scenario.api, scenario.workload, volume);
  if (volume > Tokens{}) answer.per_token = answer.effective_price;
  answer.per_request = per_request(scenario.workload, answer.cost, volume);
  answer.breakdown = api_breakdown(scenario.api, scenario.workload, volume);
  return answer;
}

Costs costs(const Scenario& scenario) {
  const SelfHost& self_host = scenario.self_host;
  const auto& [api, workload] = std::tie(scenario.api, scenario.workload);
  const Replica one = replica(self_host, workload);
  Costs result{.volume = volume(scenario, one)};
  result.replicas = replicas_needed(self_host, one, result.volume);
  result.feasible = can_be_had(self_host, result.replicas);
  result.self_host = self_host_cost(self_host, one, result.replicas, result.volume);
  result.api = api_cost(api, workload, result.volume);
  return result;
}

std::optional<Tokens> first_break_even_volume(const Scenario& scenario) {
  return volume_break_even(scenario, replica(scenario.self_host, scenario.workload), 0).value;
}

Comparison compare(const Scenario& scenario) {
  Comparison result;
  result.replica = replica(scenario.self_host, scenario.workload);
  result.volume = volume(scenario, result.replica);
  result.self_host = self_host_answer(scenario, result.replica, result.volume);
  result.api = api_answer(scenario, result.volume);
  if (scenario.serverless) result.serverless = serverless_answer(scenario, result.replica, result.volume);
  result.verdict = verdict_of(result);
  if (result.self_host.cost) result.saving = result.api.cost - *result.self_host.cost;
  result.break_even = break_evens(scenario, result);
  return result;
}

}  // namespace breakeven
