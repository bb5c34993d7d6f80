// SPDX-License-Identifier: MIT
#include "analysis/ranges/corners.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/ranges/breakpoints.hpp"
#include "analysis/ranges/range_inputs.hpp"

namespace breakeven::app {
namespace {

constexpr int inner_points = 7;

std::vector<double> tried_values(Key key, const InputValue& value, const Scenario& scenario) {
  std::vector<double> values{value.low};
  if (!is_demand(key) && !has_extremes_at_ends(key, scenario))
    for (int i = 1; i <= inner_points; ++i)
      values.push_back(value.low + (value.high - value.low) * i / (inner_points + 1));
  values.push_back(value.high);
  return values;
}

}  // namespace

Corners::Corners(const Asker& asker, const Question& base, std::vector<Key> keys)
    : base_(base),
      keys_(std::move(keys)),
      numbers_(keys_.size()),
      question_(asker, {.point = false}, "the range of", midpoints(), problems_) {
  for (std::size_t i = 0; i < keys_.size(); ++i) values_.push_back(tried_values(keys_[i], value_of(i), base.scenario));
}

double Corners::count() const {
  double count = 1;
  for (const auto& values : values_) count *= static_cast<double>(values.size());
  return count;
}

bool Corners::visit_all(const Visit& visit) { return !io::has_errors(problems_) && from(0, visit); }

std::optional<Comparison> Corners::alone(std::size_t i, double number) {
  for (std::size_t j = 0; j < keys_.size(); ++j) set(j, j == i ? number : value_of(j).number);
  return question_.ask(problems_) ? std::optional(compare(question_.question().scenario)) : std::nullopt;
}

void Corners::hand_over_problems(io::Diagnostics& problems) {
  for (io::Diagnostic& problem : problems_)
    if (problem.severity == io::Severity::error) problems.push_back(std::move(problem));
}

VariedQuestion::Values Corners::midpoints() const {
  VariedQuestion::Values values;
  for (std::size_t i = 0; i < keys_.size(); ++i) values.emplace_back(keys_[i], value_of(i).number);
  return values;
}

void Corners::set(std::size_t i, double number) {
  numbers_[i] = number;
  question_.set(i, number);
}

bool Corners::ask(const Visit& visit) {
  if (!question_.ask(problems_)) return false;
  visit(question_.question());
  return true;
}

// Demand comes last: its steps depend on the other inputs.
bool Corners::from(std::size_t i, const Visit& visit) {
  while (i < keys_.size() && is_demand(keys_[i])) ++i;
  if (i == keys_.size()) return over_demand(visit);
  for (const double number : values_[i]) {
    set(i, number);
    if (!from(i + 1, visit)) return false;
  }
  return true;
}

bool Corners::over_demand(const Visit& visit) {
  const auto found = std::find_if(keys_.begin(), keys_.end(), is_demand);
  if (found == keys_.end()) return over_capacity(visit);
  const auto i = static_cast<std::size_t>(found - keys_.begin());
  for (const double number : demands(i)) {
    set(i, number);
    if (!over_capacity(visit)) return false;
  }
  return true;
}

// Every capacity between two corners also occurs on an edge from a corner with one input at its low end.
bool Corners::over_capacity(const Visit& visit) {
  if (!ask(visit)) return false;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (!moves_capacity(keys_[i]) || numbers_[i] != value_of(i).low) continue;
    for (const double number : step_edges(i)) {
      set(i, number);
      if (!ask(visit)) return false;
    }
    set(i, value_of(i).low);
  }
  return true;
}

// The ends of the demand, and both sides of every turn between them, in the demand's own unit.
std::vector<double> Corners::demands(std::size_t i) {
  const InputValue& value = value_of(i);
  std::vector<double> numbers{value.low, value.high};
  set(i, value.high);
  if (!question_.ask(problems_)) return numbers;
  const Scenario& scenario = question_.question().scenario;
  const double volume_at_high = volume(scenario, replica(scenario.self_host, scenario.workload)) / token;
  const double each = volume_at_high / value.high;
  for (const double turn : turning_volumes(scenario, value.low * each, volume_at_high))
    for (const double side : {turn / each, turn / each * (1 + past_edge)})
      numbers.push_back(std::clamp(side, value.low, value.high));
  return numbers;
}

// Both sides of the step edges between the low and high ends, in the input's own unit.
std::vector<double> Corners::step_edges(std::size_t i) {
  std::vector<double> numbers;
  const InputValue& value = value_of(i);
  set(i, value.low);
  if (!question_.ask(problems_)) return numbers;
  const Scenario& scenario = question_.question().scenario;
  if (std::holds_alternative<Utilization>(scenario.workload.demand)) return numbers;
  const double at_low = replica(scenario.self_host, scenario.workload).capacity / token;
  const double power = lowers_capacity(keys_[i]) ? -1 : 1;
  const double at_high = at_low * std::pow(value.high / value.low, power);
  for (const double turn : turning_capacities(scenario, std::min(at_low, at_high), std::max(at_low, at_high))) {
    const double edge = value.low * std::pow(turn / at_low, power);
    for (const double side : {edge * (1 - past_edge), edge, edge * (1 + past_edge)})
      numbers.push_back(std::clamp(side, value.low, value.high));
  }
  return numbers;
}

}  // namespace breakeven::app
