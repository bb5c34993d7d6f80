// SPDX-License-Identifier: MIT
#include "analysis/ranges/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"

namespace breakeven::app {
namespace {

// Numbers of replicas that are just full at loads inside (low, high), in replicas' capacities: the first, the last that
// can be had, and the last; of each as many as fit a machine.
std::vector<double> full_replicas(const SelfHost& self_host, double per_machine, double low, double high) {
  const double first = std::max(std::floor(low) + 1, static_cast<double>(self_host.min_replicas));
  const double last = std::ceil(high) - 1;
  if (first > last) return {};
  std::set<double> counts;
  const auto add = [&](double from) {
    for (double i = 0; i < per_machine; ++i)
      if (from + i >= first && from + i <= last) counts.insert(from + i);
  };
  add(first);
  if (self_host.max_replicas) add(static_cast<double>(*self_host.max_replicas) - per_machine + 1);
  add(last - per_machine + 1);
  return {counts.begin(), counts.end()};
}

}  // namespace

std::vector<double> turning_volumes(const Scenario& scenario, double low, double high) {
  std::vector<double> bends{low};
  for (const BillPiece& piece : bill_pieces(scenario.api, scenario.workload))
    if (piece.from / token > low && piece.from / token < high) bends.push_back(piece.from / token);
  bends.push_back(high);
  std::vector<double> turns(bends.begin() + 1, bends.end() - 1);
  const Replica one = replica(scenario.self_host, scenario.workload);
  const double capacity = one.capacity / token;
  for (std::size_t i = 0; i + 1 < bends.size(); ++i) {
    for (const double count :
         full_replicas(scenario.self_host, one.replicas_per_machine, bends[i] / capacity, bends[i + 1] / capacity))
      turns.push_back(count * capacity);
  }
  return turns;
}

std::vector<double> turning_capacities(const Scenario& scenario, double low, double high) {
  const Replica one = replica(scenario.self_host, scenario.workload);
  const double asked = volume(scenario, one) / token;
  std::vector<double> turns;
  for (const double count : full_replicas(scenario.self_host, one.replicas_per_machine, asked / high, asked / low))
    turns.push_back(asked / count);
  return turns;
}

}  // namespace breakeven::app
