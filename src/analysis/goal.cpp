// SPDX-License-Identifier: MIT
#include "analysis/goal.hpp"

#include <algorithm>
#include <array>

#include "breakeven/bill.hpp"
#include "breakeven/compare.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {
namespace {

double spares(const Scenario& scenario) { return static_cast<double>(scenario.self_host.spare_replicas); }

// Which piece of the bill the volume falls in.
double piece_at(const Scenario& scenario, Tokens volume) {
  if (is_proportional(scenario.api)) return 0;
  const std::vector<BillPiece> pieces = bill_pieces(scenario.api, scenario.workload);
  return static_cast<double>(
      std::count_if(pieces.begin(), pieces.end(), [&](const BillPiece& piece) { return piece.from < volume; }));
}

// What `serving` replicas cost at the volume. Where several fit a machine, the steps are machines; replicas that cost
// something by themselves are pieces then, at which the rest jumps.
DifferenceParts self_host_parts(const Scenario& scenario, const Replica& one, double serving, Tokens volume) {
  const SelfHost& self_host = scenario.self_host;
  const double used = serving + spares(scenario);
  DifferenceParts parts{.rest = self_host.fixed / usd,
                        .marginal = self_host.marginal * volume / usd,
                        .replicas = used,
                        .step = one.cost / usd,
                        .needed = volume / one.capacity + spares(scenario),
                        .piece = piece_at(scenario, volume)};
  const double per_machine = one.replicas_per_machine;
  if (per_machine == 1) return parts;
  constexpr double most_pieces = 1024;
  parts.rest += self_host.replica_fixed * used / usd;
  if (self_host.replica_fixed > Money{}) parts.piece += used * most_pieces;
  parts.replicas = paid_replicas(self_host, one, serving) / per_machine;
  parts.step = (one.cost - self_host.replica_fixed) * per_machine / usd;
  parts.needed /= per_machine;
  return parts;
}

// What `serving` replicas cost at the volume, less an amount.
DifferenceParts cost_less(Money amount, double serving, Tokens volume, const AnsweredQuestion& a) {
  DifferenceParts parts = self_host_parts(a.question.scenario, a.comparison.replica, serving, volume);
  parts.other = amount / usd;
  return parts;
}

// Zero if S is the amount.
DifferenceParts cost_is(Money amount, const AnsweredQuestion& a) {
  return cost_less(amount, a.comparison.self_host.replica_count, a.comparison.volume, a);
}

// Zero if the serving replicas times `one_adds` are the amount.
DifferenceParts replicas_are(double amount, double one_adds, const AnsweredQuestion& a) {
  const Comparison& c = a.comparison;
  return {.replicas = c.self_host.replica_count,
          .step = one_adds,
          .other = amount,
          .needed = c.volume / c.replica.capacity};
}

// Zero if both sides tie at this GPU price.
DifferenceParts ties_at_gpu_price(double price, const AnsweredQuestion& a) {
  Scenario scenario = a.question.scenario;
  scenario.self_host.gpu_price = price * io::usd_per_hour;
  scenario.self_host.gpu_discount = Fraction(0);
  return tie_probe({}, scenario);
}

// Zero if both sides tie at this volume, on the step of the first break-even.
DifferenceParts ties_at_volume(Tokens volume, const AnsweredQuestion& a) {
  const Scenario& scenario = a.question.scenario;
  const Tokens first = *a.comparison.break_even.volume.value;
  const double serving = replicas_needed(scenario.self_host, a.comparison.replica, first);
  DifferenceParts probe = cost_less(api_cost(scenario.api, scenario.workload, volume), serving, volume, a);
  probe.needed = self_host_parts(scenario, a.comparison.replica, serving, first).needed;
  return probe;
}

struct ProbeRow {
  std::string_view path;
  DifferenceParts (*probe)(double value, const AnsweredQuestion&);
};

// Metrics that step with the replicas; the others need only their difference from the target.
constexpr std::array target_rows{
    ProbeRow{"self_host.usd_per_month",
             [](double value, const AnsweredQuestion& a) { return cost_is(value * usd, a); }},
    ProbeRow{"self_host.usd_per_mtok",
             [](double value, const AnsweredQuestion& a) {
               return cost_is(value * io::usd_per_mtok * a.comparison.volume, a);
             }},
    ProbeRow{"self_host.usd_per_request",
             [](double value, const AnsweredQuestion& a) {
               const Requests requests = a.comparison.volume / a.question.scenario.workload.shape->total();
               return cost_is(value * io::usd_per_request * requests, a);
             }},
    ProbeRow{"self_host.replica_count",
             [](double value, const AnsweredQuestion& a) { return replicas_are(value, 1, a); }},
    ProbeRow{"self_host.capacity_tok_per_month",
             [](double value, const AnsweredQuestion& a) {
               return replicas_are(value, a.comparison.replica.full_load / token, a);
             }},
    ProbeRow{"self_host.utilization_ratio",
             [](double value, const AnsweredQuestion& a) {
               return replicas_are(a.comparison.volume / token, value * (a.comparison.replica.full_load / token), a);
             }},
    ProbeRow{"saving_usd_per_month",
             [](double value, const AnsweredQuestion& a) { return cost_is(a.comparison.api.cost - value * usd, a); }},
    ProbeRow{"break_even.tok_per_month",
             [](double value, const AnsweredQuestion& a) { return ties_at_volume(value * token, a); }},
    ProbeRow{"break_even.gpu_usd_per_hour", ties_at_gpu_price},
    ProbeRow{"break_even.api_usd_per_mtok",
             [](double value, const AnsweredQuestion& a) {
               return cost_is(value * io::usd_per_mtok * a.comparison.volume, a);
             }},
};

DifferenceParts serverless_probe(const Scenario& scenario, const Costs& costs, const Replica& one) {
  const Serverless& serverless = *scenario.serverless;
  ServerlessUse use = serverless_use(serverless, serverless_traffic(scenario, one, costs.volume));
  const Money all = serverless_cost(serverless, use);
  use.flexible_workers = 0;
  const Money warm = serverless_cost(serverless, use);
  const Money other = costs.feasible ? std::min(costs.self_host, costs.api) : costs.api;
  return {.rest = warm / usd, .marginal = (all - warm) / usd, .other = other / usd};
}

const ProbeRow* find(const Metric& metric) {
  const auto* row = std::find_if(target_rows.begin(), target_rows.end(),
                                 [&](const ProbeRow& known) { return known.path == metric.path; });
  return row == target_rows.end() ? nullptr : row;
}

}  // namespace

bool is_of_serverless(const Target& target) {
  return target.metric ? target.metric->path.starts_with("serverless.") : row(target.key).group == Group::serverless;
}

DifferenceParts tie_probe(const Target& target, const Scenario& scenario) {
  const Costs costs = breakeven::costs(scenario);
  const Replica one = replica(scenario.self_host, scenario.workload);
  if (is_of_serverless(target)) return serverless_probe(scenario, costs, one);
  DifferenceParts parts = self_host_parts(scenario, one, costs.replicas, costs.volume);
  parts.other = costs.api / usd;
  parts.feasible = costs.feasible;
  return parts;
}

DifferenceParts metric_probe(const Target& target, const AnsweredQuestion& answered) {
  if (const ProbeRow* row = find(*target.metric)) return row->probe(target.value, answered);
  return {.rest = *target.metric->figure(answered).value, .other = target.value};
}

}  // namespace breakeven::app
