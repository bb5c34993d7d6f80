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

// What `replicas` paid for at each volume cost, less an amount.
DifferenceParts cost_less(Money amount, double replicas, Tokens volume, const AnsweredQuestion& a) {
  const SelfHost& self_host = a.question.scenario.self_host;
  const Replica& one = a.comparison.replica;
  return {.rest = self_host.fixed / usd,
          .marginal = self_host.marginal * volume / usd,
          .replicas = replicas,
          .step = one.cost / usd,
          .other = amount / usd,
          .needed = volume / one.capacity + spares(a.question.scenario),
          .piece = piece_at(a.question.scenario, volume)};
}

// S is the amount.
DifferenceParts cost_is(Money amount, const AnsweredQuestion& a) {
  const SelfHostAnswer& side = a.comparison.self_host;
  return cost_less(amount, side.replica_count + side.spare_count, a.comparison.volume, a);
}

// So many serving replicas times what one adds are the amount.
DifferenceParts replicas_are(double amount, double one_adds, const AnsweredQuestion& a) {
  const Comparison& c = a.comparison;
  return {.replicas = c.self_host.replica_count,
          .step = one_adds,
          .other = amount,
          .needed = c.volume / c.replica.capacity};
}

// The GPU's price at which both sides tie is `price`: they tie at that price.
DifferenceParts ties_at_gpu_price(double price, const AnsweredQuestion& a) {
  Scenario scenario = a.question.scenario;
  scenario.self_host.gpu_price = price * io::usd_per_hour;
  scenario.self_host.gpu_discount = Fraction(0);
  return tie_probe({}, scenario);
}

// Both sides tie at that volume, on the step of the first break-even.
DifferenceParts ties_at_volume(Tokens volume, const AnsweredQuestion& a) {
  const Scenario& scenario = a.question.scenario;
  const Tokens first = *a.comparison.break_even.volume.value;
  const double serving = replicas_needed(scenario.self_host, a.comparison.replica, first);
  DifferenceParts probe =
      cost_less(api_cost(scenario.api, scenario.workload, volume), serving + spares(scenario), volume, a);
  probe.needed = first / a.comparison.replica.capacity + spares(scenario);
  return probe;
}

struct ProbeRow {
  std::string_view path;
  DifferenceParts (*probe)(double value, const AnsweredQuestion&);
};

// The metrics that step with the replicas; the others are their own difference.
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
  return {.rest = scenario.self_host.fixed / usd,
          .marginal = scenario.self_host.marginal * costs.volume / usd,
          .replicas = costs.replicas + spares(scenario),
          .step = one.cost / usd,
          .other = costs.api / usd,
          .needed = costs.volume / one.capacity + spares(scenario),
          .piece = piece_at(scenario, costs.volume),
          .feasible = costs.feasible};
}

DifferenceParts metric_probe(const Target& target, const AnsweredQuestion& answered) {
  if (const ProbeRow* row = find(*target.metric)) return row->probe(target.value, answered);
  return {.rest = *target.metric->figure(answered).value, .other = target.value};
}

}  // namespace breakeven::app
