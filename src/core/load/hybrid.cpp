// SPDX-License-Identifier: MIT
#include "breakeven/hybrid.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

struct Limits {
  double least = 1;
  double most = 0;
  double peak = 0;
};

Limits limits_of(const LoadDurationCurve& curve, const SelfHost& self_host) {
  const auto least = static_cast<double>(self_host.min_replicas);
  const double peak = std::max(least, whole_replicas(curve.peak()));
  const double most = self_host.max_replicas ? static_cast<double>(*self_host.max_replicas) : peak;
  return {.least = least, .most = std::min(most, peak), .peak = peak};
}

bool is_allowed(const Limits& limits, double count) {
  return count == 0 || (count >= limits.least && count <= limits.most);
}

Money overflow_bill(const Scenario& scenario, const Overflow& overflow, double months) {
  if (is_proportional(scenario.api)) return overflow.api * months;
  if (overflow.tokens <= Tokens{}) return {};
  return api_cost(scenario.api, scenario.workload, overflow.tokens * months);
}

// The largest whole number of replicas whose overflow exceeds `volume`, or 0.
double last_above(const LoadDurationCurve& curve, Tokens volume, double peak) {
  double low = 0;
  double high = peak;
  while (high - low > 1) {
    const double middle = std::floor(low + (high - low) / 2);
    if (middle <= low) break;
    (curve.overflow(middle).tokens > volume ? low : high) = middle;
  }
  return low;
}

// The numbers of replicas between which the cost is linear, ascending.
std::vector<double> corners(const LoadDurationCurve& curve, const Scenario& scenario, const Limits& limits,
                            double months) {
  std::vector<double> counts{0, limits.least, limits.most};
  for (const double load : curve.loads()) {
    counts.push_back(std::floor(load));
    counts.push_back(std::floor(load) + 1);
  }
  if (!is_proportional(scenario.api))
    for (const BillPiece& piece : bill_pieces(scenario.api, scenario.workload)) {
      const double last = last_above(curve, piece.from / months, limits.peak);
      for (const double step : {-1.0, 0.0, 1.0, 2.0}) counts.push_back(last + step);
    }
  std::erase_if(counts, [&](double count) { return !is_allowed(limits, count); });
  std::sort(counts.begin(), counts.end());
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  return counts;
}

std::vector<double> listed(const Limits& limits, double best, std::size_t most_rows) {
  std::vector<double> counts{0, best - 1, best, best + 1, limits.least, limits.most};
  const double span = limits.most - limits.least;
  const auto spread = static_cast<double>(std::max<std::size_t>(most_rows, 2));
  const double steps = std::min(span, spread - 1);
  for (double i = 0; i <= steps; ++i) counts.push_back(limits.least + (steps > 0 ? std::floor(span / steps * i) : 0));
  std::erase_if(counts, [&](double count) { return !is_allowed(limits, count); });
  std::sort(counts.begin(), counts.end());
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  return counts;
}

}  // namespace

HybridRow hybrid_row(const LoadDurationCurve& curve, const Scenario& scenario, Time month, double replica_count) {
  const SelfHost& self_host = scenario.self_host;
  const double months = month / curve.width();
  const Overflow overflow = curve.overflow(replica_count);
  const Overflow& total = curve.total();
  HybridRow row{.replica_count = replica_count, .api = overflow_bill(scenario, overflow, months)};
  if (total.tokens > Tokens{}) row.overflow_token_ratio = overflow.tokens / total.tokens;
  if (total.requests > Requests{}) row.overflow_request_ratio = overflow.requests / total.requests;
  if (replica_count <= 0) return row;

  const double busy = (total.replica_time - overflow.replica_time) / curve.width();
  const double added = (curve.overflow(replica_count - 1).replica_time - overflow.replica_time) / curve.width();
  row.utilization = busy / replica_count * self_host.max_utilization;
  row.marginal_utilization = added * self_host.max_utilization;
  const Money replica_cost = replica_hour_price(self_host) * month + self_host.replica_fixed;
  row.self_host = self_host.fixed + replica_cost * (replica_count + static_cast<double>(self_host.spare_replicas)) +
                  (total.marginal - overflow.marginal) * months;
  return row;
}

HybridSizing hybrid_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                           std::size_t most_rows) {
  const Limits limits = limits_of(curve, scenario.self_host);
  const auto row_of = [&](double count) { return hybrid_row(curve, scenario, month, count); };
  std::vector<HybridRow> tried;
  for (const double count : corners(curve, scenario, limits, month / curve.width())) tried.push_back(row_of(count));
  const auto dearer = [](const HybridRow& a, const HybridRow& b) { return a.cost() < b.cost(); };
  const Money least = std::min_element(tried.begin(), tried.end(), dearer)->cost();
  const auto is_best = [&](const HybridRow& row) { return row.cost() <= least * (1 + tie_tolerance); };

  HybridSizing sizing{.best = *std::find_if(tried.begin(), tried.end(), is_best),
                      .most_best = std::find_if(tried.rbegin(), tried.rend(), is_best)->replica_count,
                      .all_api = row_of(0),
                      .peak_replica_count = limits.peak};
  if (limits.peak <= limits.most) sizing.all_self_host = row_of(limits.peak);
  for (const double count : listed(limits, sizing.best.replica_count, most_rows)) sizing.rows.push_back(row_of(count));
  return sizing;
}

PercentileSizing percentile_sizing(const LoadDurationCurve& curve, const Scenario& scenario, Time month,
                                   Fraction percentile) {
  const Limits limits = limits_of(curve, scenario.self_host);
  const double load = curve.quantile(percentile);
  const double whole = whole_replicas(load);
  const double count = whole == 0 ? 0 : std::min(std::max(whole, limits.least), limits.most);
  return {.load = load, .row = hybrid_row(curve, scenario, month, count)};
}

}  // namespace breakeven
