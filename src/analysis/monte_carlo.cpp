// SPDX-License-Identifier: MIT
#include "analysis/monte_carlo.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "analysis/ranges/bounds.hpp"
#include "analysis/ranges/range_inputs.hpp"
#include "analysis/varied_question.hpp"
#include "breakeven/compare.hpp"

namespace breakeven::app {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// How an input is drawn, within its domain; a ratio of 1 that would leave nothing to serve is excluded.
Uncertain uncertain_of(Key key, const InputValue& value, const Throughput& throughput, Distribution distribution) {
  const io::Domain& domain = row(key).domain;
  Uncertain uncertain{.low = value.low,
                      .high = value.high,
                      .distribution = distribution,
                      .least = domain.min,
                      .most = domain.max,
                      .whole = domain.integer};
  const bool serves_rest = !std::holds_alternative<TotalRate>(throughput);
  if (serves_rest && (key == app::key("input_share_ratio") || key == app::key("cache_hit_ratio")))
    uncertain.most = std::nextafter(1.0, 0.0);
  return uncertain;
}

// Clamps values for which the other draws leave no room; true if any was clamped.
bool make_room(Scenario& scenario) {
  bool clamped = false;
  const auto lower = [&](auto& value, auto most) {
    if (value <= most) return;
    value = most;
    clamped = true;
  };
  SelfHost& self_host = scenario.self_host;
  lower(self_host.serving, self_host.billed);
  if (self_host.max_replicas) lower(self_host.min_replicas, *self_host.max_replicas);
  lower(scenario.workload.cache_write, scenario.workload.cache_hit.complement());
  if (auto* utilization = std::get_if<Utilization>(&scenario.workload.demand))
    lower(utilization->ratio, Fraction(self_host.max_utilization / self_host.peak_to_average));
  return clamped;
}

DrawOutcome outcome_of(Scenario scenario) {
  const bool clamped = make_room(scenario);
  const Costs costs = breakeven::costs(scenario);
  const double self_host = costs.feasible ? costs.self_host / usd : never;
  const double api = costs.api / usd;
  const double mtok_served = costs.volume / token / 1e6;
  const auto first = first_break_even_volume(scenario);
  return {
      .self_host = self_host,
      .api = api,
      .metrics = {api - self_host, mtok_served > 0 ? self_host / mtok_served : never, first ? *first / token : never},
      .clamped = clamped};
}

// Sets the inputs and evaluates the scenario; safe on any thread.
Evaluate by_numbers(const InputSet& inputs, const std::vector<Key>& keys) {
  return [own = std::make_shared<InputSet>(inputs), &keys](std::span<const double> draw) {
    for (std::size_t i = 0; i < keys.size(); ++i) at(*own, keys[i])->number = draw[i];
    return outcome_of(reassemble(*own));
  };
}

// Asks the question again for each draw, because inputs need lookups: on one thread.
Evaluate by_questions(VariedQuestion& question, io::Diagnostics& problems) {
  return [&](std::span<const double> draw) {
    for (std::size_t i = 0; i < draw.size(); ++i) question.set(i, draw[i]);
    const bool asked = !io::has_errors(problems) && question.ask(problems);
    return asked ? outcome_of(question.question().scenario) : DrawOutcome{};
  };
}

bool can_be_drawn(Key key, const InputValue& value, Distribution distribution, io::Diagnostics& problems) {
  if (distribution != Distribution::lognormal || value.low > 0) return true;
  problems.push_back({.code = "BE-U014",
                      .message = std::string(row(key).key) + " begins at 0, and a lognormal distribution is above 0",
                      .location = io::Location{.argument = value.origin},
                      .help = "begin above 0, or give --distribution uniform"});
  return false;
}

}  // namespace

std::optional<MonteCarloAnswer> draw_answers(const Asker& asker, const Question& question,
                                             const MonteCarloOptions& options) {
  MonteCarloAnswer answer{.keys = banded_keys(question.inputs)};
  if (answer.keys.empty()) return io::add_once(no_ranges(), asker.problems), std::nullopt;
  std::vector<Uncertain> uncertain;
  VariedQuestion::Values midpoints;
  for (const Key key : answer.keys) {
    const InputValue& value = *at(question.inputs, key);
    if (!can_be_drawn(key, value, options.distribution, asker.problems)) return std::nullopt;
    uncertain.push_back(uncertain_of(key, value, question.scenario.self_host.throughput, options.distribution));
    midpoints.emplace_back(key, value.number);
  }
  io::Diagnostics problems;
  VariedQuestion asked(asker, {.point = false}, "the range of", midpoints, problems);
  const bool looked_up =
      std::any_of(answer.keys.begin(), answer.keys.end(), [&](Key key) { return asked.is_looked_up(key); });
  MonteCarlo simulation = options.simulation;
  if (looked_up) simulation.threads = 1;
  answer.uncertainty = monte_carlo(uncertain, simulation, [&] {
    return looked_up ? by_questions(asked, problems) : by_numbers(question.inputs, answer.keys);
  });
  if (!io::has_errors(problems)) return answer;
  for (io::Diagnostic& problem : problems)
    if (problem.severity == io::Severity::error) asker.problems.push_back(std::move(problem));
  return std::nullopt;
}

}  // namespace breakeven::app
