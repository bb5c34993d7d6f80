// SPDX-License-Identifier: MIT
#include "analysis/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/goal_seek.hpp"
#include "analysis/varied_question.hpp"
#include "breakeven/compare.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {
namespace {

constexpr double nudge = 1e-6;
constexpr int halvings = 60;

// Default hours are a convention, not an estimate to vary.
bool can_move(const OptionRow& input, const InputValue& value) {
  const bool is_convention = input.measure == Measure::duration && value.source == Source::default_value;
  return input.assign && value.number != 0 && !is_convention;
}

double within(const io::Domain& domain, double number) {
  const double bounded = std::clamp(number, domain.min, domain.max);
  return domain.integer ? std::round(bounded) : bounded;
}

struct UnitCosts {
  double self_host;
  double api;
};

// Asks with other values of one input.
class Moved {
 public:
  explicit Moved(VariedQuestion& question) : question_(question) {}

  // The end, or the nearest value that the other inputs allow.
  double end(const io::Domain& domain, double value, double end) {
    if (ask(end)) return end;
    double asked = value;
    for (int i = 0; i < halvings; ++i) {
      const double middle = within(domain, (asked + end) / 2);
      (ask(middle) ? asked : end) = middle;
    }
    return asked;
  }

  std::optional<double> saving(double number) {
    return ask(number) ? saving_of(question_.question().scenario) : std::nullopt;
  }

  std::optional<UnitCosts> unit_costs(double number) {
    if (!ask(number)) return std::nullopt;
    const Costs costs = breakeven::costs(question_.question().scenario);
    if (!costs.feasible || costs.volume == Tokens{}) return std::nullopt;
    return UnitCosts{costs.self_host / costs.volume / io::usd_per_mtok, costs.api / costs.volume / io::usd_per_mtok};
  }

 private:
  bool ask(double number) {
    io::Diagnostics refused;
    question_.set(0, number);
    return question_.ask(refused);
  }

  VariedQuestion& question_;
};

void set_bounds(const InputValue& value, double swing, Moved& moved, Sensitivity& found) {
  const io::Domain& domain = row(found.key).domain;
  const bool is_range = value.low < value.high;
  const double low = is_range ? value.low : within(domain, value.number * (1 - swing));
  const double high = is_range ? value.high : within(domain, value.number * (1 + swing));
  found.low = moved.end(domain, value.number, low);
  found.high = moved.end(domain, value.number, high);
}

void set_elasticities(Moved& moved, Sensitivity& found) {
  const io::Domain& domain = row(found.key).domain;
  if (domain.integer) return;
  const double below = within(domain, found.value * (1 - nudge));
  const double above = within(domain, found.value * (1 + nudge));
  const auto before = moved.unit_costs(below);
  const auto behind = moved.unit_costs(above);
  if (!before || !behind || above <= below) return;
  const double step = std::log(above / below);
  const auto elasticity = [&](double first, double second) -> std::optional<double> {
    if (first <= 0 || second <= 0) return std::nullopt;
    return std::log(second / first) / step;
  };
  found.self_host_elasticity = elasticity(before->self_host, behind->self_host);
  found.api_elasticity = elasticity(before->api, behind->api);
}

std::optional<double> nearest_change(const Solved& solved, double value) {
  std::optional<double> nearest;
  for (const SolvedValue& solution : solved.values)
    if (!nearest || std::abs(solution.value - value) < std::abs(*nearest - value)) nearest = solution.value;
  return nearest;
}

// The input; if a throughput record supplies it, also the record's other inputs, which stay as measured.
VariedQuestion::Values moved_and_held(const Question& question, Key key) {
  const InputValue& value = *at(question.inputs, key);
  VariedQuestion::Values values{{key, value.number}};
  if (!question.record || value.origin != question.record->id) return values;
  for (std::size_t i = 0; i < input_count; ++i)
    if (question.inputs[i] && row(Key{i}).assign && Key{i} != key && question.inputs[i]->origin == value.origin)
      values.emplace_back(Key{i}, question.inputs[i]->number);
  return values;
}

std::optional<Sensitivity> sensitivity(const Asker& asker, const Question& base, Key key, double swing) {
  io::Diagnostics refused;
  const InputValue& value = *at(base.inputs, key);
  VariedQuestion question(asker, {.point = false}, "another", moved_and_held(base, key), refused);
  if (io::has_errors(refused)) return std::nullopt;
  Sensitivity found{.key = key, .value = value.number};
  Moved moved(question);
  set_bounds(value, swing, moved, found);
  if (found.low == found.high) return std::nullopt;  // a whole number too small to move that far
  found.saving_at_low = moved.saving(found.low);
  found.saving_at_high = moved.saving(found.high);
  set_elasticities(moved, found);
  question.set(0, value.number);
  if (question.ask(refused)) found.switching_value = nearest_change(solve({.key = key}, question), value.number);
  return found;
}

}  // namespace

double Sensitivity::swing() const {
  const bool feasible = saving_at_low && saving_at_high;
  return feasible ? std::abs(*saving_at_high - *saving_at_low) : std::numeric_limits<double>::infinity();
}

std::optional<double> saving_of(const Scenario& scenario) {
  const Costs costs = breakeven::costs(scenario);
  return costs.feasible ? std::optional((costs.api - costs.self_host) / usd) : std::nullopt;
}

std::vector<Sensitivity> sensitivities(const Asker& asker, const Question& question, double swing) {
  std::vector<Sensitivity> rows;
  for (std::size_t i = 0; i < input_count; ++i)
    if (question.inputs[i] && can_move(row(Key{i}), *question.inputs[i]))
      if (auto found = sensitivity(asker, question, Key{i}, swing)) rows.push_back(*found);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Sensitivity& a, const Sensitivity& b) { return a.swing() > b.swing(); });
  return rows;
}

}  // namespace breakeven::app
