// SPDX-License-Identifier: MIT
#include "analysis/ranges/bounds.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/ranges/corners.hpp"
#include "analysis/ranges/range_inputs.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr double most_corners = 300'000;

std::optional<double> saving_in_usd(const Comparison& comparison) {
  return comparison.saving ? std::optional(*comparison.saving / usd) : std::nullopt;
}

// How much the saving moves; infinite if self-hosting becomes infeasible.
double swing(const Bounds& saving) {
  if (!saving.anywhere()) return 0;
  return saving.everywhere ? saving.high - saving.low : std::numeric_limits<double>::infinity();
}

// The range that moves the saving most.
std::optional<Key> deciding_key(Corners& corners, const Question& question, const std::vector<Key>& keys) {
  std::optional<Key> deciding;
  double most = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Bounds saving;
    for (const double end : {at(question.inputs, keys[i])->low, at(question.inputs, keys[i])->high})
      if (const auto answer = corners.alone(i, end)) saving.add(saving_in_usd(*answer));
    if (swing(saving) <= most) continue;
    most = swing(saving);
    deciding = keys[i];
  }
  return deciding;
}

io::Diagnostic too_many_ranges(double count) {
  return {.code = "BE-U014",
          .message = "the ranges have " + text::volume(count) + " corners, more than can be tried",
          .help = "give one figure for the inputs that matter least, or use --monte-carlo"};
}

// A sawtooth over the throughput: it jumps where faster replicas need one fewer.
bool has_teeth(const Metric& metric) {
  return metric.path == "self_host.utilization_ratio" || metric.path == "self_host.capacity_tok_per_month";
}

void mark_approximate(RangeAnswer& answer, const Question& question, const std::vector<Key>& keys) {
  const bool turns_inside = !std::all_of(keys.begin(), keys.end(), [&](Key key) {
    return is_demand(key) || has_extremes_at_ends(key, question.scenario);
  });
  const bool moves_phases = std::any_of(keys.begin(), keys.end(), is_phase);
  for (FigureBounds& figure : answer.figures)
    figure.bounds.approximate =
        turns_inside || !figure.bounds.everywhere || (moves_phases && has_teeth(*figure.metric));
  answer.saving.approximate = turns_inside || !answer.saving.everywhere;
}

}  // namespace

void Bounds::add(const std::optional<double>& number) {
  if (!number) return everywhere = false, void();
  low = std::min(low, *number);
  high = std::max(high, *number);
}

io::Diagnostic no_ranges() {
  return {.code = "BE-U014",
          .message = "no input is a range",
          .help = "give one: --gpu-price 1.99..3.50usd/h, or take catalog prices that are ranges"};
}

std::optional<RangeAnswer> answer_ranges(const Asker& asker, const Question& question) {
  const std::vector<Key> keys = banded_keys(question.inputs);
  if (keys.empty()) return io::add_once(no_ranges(), asker.problems), std::nullopt;
  Corners corners(asker, question, keys);
  if (corners.count() > most_corners) return asker.problems.push_back(too_many_ranges(corners.count())), std::nullopt;

  RangeAnswer answer;
  for (const Metric& metric : metrics())
    if (!metric.applies && !metric.path.starts_with("serverless.")) answer.figures.push_back({.metric = &metric});
  bool first = true;
  const bool asked = corners.visit_all([&](const Question& tried) {
    const Comparison comparison = compare(tried.scenario);
    for (FigureBounds& figure : answer.figures) figure.bounds.add(figure.metric->figure({tried, comparison}).value);
    answer.saving.add(saving_in_usd(comparison));
    if (std::exchange(first, false)) answer.verdict = comparison.verdict;
    if (answer.verdict != comparison.verdict) answer.verdict.reset();
  });
  if (asked && !answer.verdict) answer.decided_by = deciding_key(corners, question, keys);
  corners.hand_over_problems(asker.problems);
  mark_approximate(answer, question, keys);
  return asked ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace breakeven::app
