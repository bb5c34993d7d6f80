// SPDX-License-Identifier: MIT
#include "cli/bounds.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/bill.hpp"
#include "cli/bands.hpp"
#include "cli/varied.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

constexpr double most_questions = 300'000;
constexpr int inner_points = 7;
// Beyond the tolerance of a step edge.
constexpr double past_edge = 4e-12;

std::vector<double> tried_values(Key key, const InputValue& value, const Scenario& scenario) {
  std::vector<double> values{value.low};
  if (!is_demand(key) && !has_extremes_at_ends(key, scenario))
    for (int i = 1; i <= inner_points; ++i) {
      const double inner = value.low + (value.high - value.low) * i / (inner_points + 1);
      values.push_back(row(key).domain.integer ? std::round(inner) : inner);
    }
  values.push_back(value.high);
  return values;
}

// Volumes between which the costs are straight lines and everything else rises or falls: where a replica is added, and
// where the bill bends or jumps. Of a row of steps the first and the last are enough.
std::vector<double> turning_volumes(const Scenario& scenario, double low, double high) {
  const double capacity = replica(scenario.self_host, scenario.workload).capacity / token;
  std::vector<double> bends{low};
  for (const BillPiece& piece : bill_pieces(scenario.api, scenario.workload))
    if (piece.from / token > low && piece.from / token < high) bends.push_back(piece.from / token);
  bends.push_back(high);
  std::vector<double> turns(bends.begin() + 1, bends.end() - 1);
  for (std::size_t i = 0; i + 1 < bends.size(); ++i) {
    const double first = (std::floor(bends[i] / capacity) + 1) * capacity;
    const double last = (std::ceil(bends[i + 1] / capacity) - 1) * capacity;
    for (const double edge : {first, last})
      if (edge > low && edge < high) turns.push_back(edge);
  }
  return turns;
}

// Asks a question at every combination that can hold an extreme.
class Tries {
 public:
  Tries(Session& session, const Question& base, const std::vector<Key>& keys)
      : session_(session),
        base_(base),
        keys_(keys),
        question_(session, {.point = false}, "the range of", midpoints(), problems_) {
    for (const Key key : keys) values_.push_back(tried_values(key, value_of(key), base.scenario));
  }

  double count() const {
    double count = 1;
    for (const auto& values : values_) count *= static_cast<double>(values.size());
    return count;
  }

  // Calls `visit` with each answer; false and problems where a combination cannot be asked.
  template <class Visit>
  bool all(Visit visit) {
    return !io::has_errors(problems_) && from(0, visit);
  }

  // The answer with one input at `number` and the others at their midpoints.
  std::optional<Comparison> alone(std::size_t i, double number) {
    for (std::size_t j = 0; j < keys_.size(); ++j) question_.set(j, j == i ? number : value_of(keys_[j]).number);
    return question_.ask(problems_) ? std::optional(compare(question_.question().scenario)) : std::nullopt;
  }

  void hand_over_problems() {
    for (io::Diagnostic& problem : problems_)
      if (problem.severity == io::Severity::error) session_.problems().push_back(std::move(problem));
  }

 private:
  VariedQuestion::Values midpoints() const {
    VariedQuestion::Values values;
    for (const Key key : keys_) values.emplace_back(key, value_of(key).number);
    return values;
  }
  const InputValue& value_of(Key key) const { return *at(base_.inputs, key); }

  template <class Visit>
  bool ask(Visit& visit) {
    if (!question_.ask(problems_)) return false;
    visit(question_.question());
    return true;
  }

  // The demand comes last, when the steps that it climbs are known.
  template <class Visit>
  bool from(std::size_t i, Visit& visit) {
    while (i < keys_.size() && is_demand(keys_[i])) ++i;
    if (i == keys_.size()) return over_demand(visit);
    for (const double number : values_[i]) {
      question_.set(i, number);
      if (!from(i + 1, visit)) return false;
    }
    return true;
  }

  template <class Visit>
  bool over_demand(Visit& visit) {
    const auto found = std::find_if(keys_.begin(), keys_.end(), is_demand);
    if (found == keys_.end()) return ask(visit);
    const auto i = static_cast<std::size_t>(found - keys_.begin());
    for (const double number : demands(i)) {
      question_.set(i, number);
      if (!ask(visit)) return false;
    }
    return true;
  }

  // The ends of the demand, and both sides of every turn between, in the demand's own unit.
  std::vector<double> demands(std::size_t i) {
    const InputValue& value = value_of(keys_[i]);
    std::vector<double> numbers{value.low, value.high};
    question_.set(i, value.high);
    if (!question_.ask(problems_)) return numbers;
    const Scenario& scenario = question_.question().scenario;
    const double volume_at_high = volume(scenario, replica(scenario.self_host, scenario.workload)) / token;
    const double each = volume_at_high / value.high;
    for (const double turn : turning_volumes(scenario, value.low * each, volume_at_high))
      for (const double side : {turn / each, turn / each * (1 + past_edge)})
        numbers.push_back(std::min(side, value.high));
    return numbers;
  }

  Session& session_;
  const Question& base_;
  const std::vector<Key>& keys_;
  io::Diagnostics problems_;
  VariedQuestion question_;
  std::vector<std::vector<double>> values_;
};

std::optional<double> saving_of(const Comparison& comparison) {
  if (!comparison.self_host.cost) return std::nullopt;
  return (comparison.api.cost - *comparison.self_host.cost) / usd;
}

// The range that moves the saving most.
std::optional<Key> deciding_key(Tries& tries, const Question& question, const std::vector<Key>& keys) {
  std::optional<Key> deciding;
  double most = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Bounds saving;
    for (const double end : {at(question.inputs, keys[i])->low, at(question.inputs, keys[i])->high})
      if (const auto answer = tries.alone(i, end)) saving.add(saving_of(*answer));
    if (!saving.anywhere() || saving.high - saving.low <= most) continue;
    most = saving.high - saving.low;
    deciding = keys[i];
  }
  return deciding;
}

// The saving of the answer has no sign, and is 0 where the sides change places.
Bounds without_sign(const Bounds& saving) {
  Bounds bounds = saving;
  bounds.low = saving.low <= 0 && saving.high >= 0 ? 0 : std::min(std::abs(saving.low), std::abs(saving.high));
  bounds.high = std::max(std::abs(saving.low), std::abs(saving.high));
  return bounds;
}

io::Diagnostic too_many_ranges(double count) {
  return {.code = "BE-U014",
          .message = "the ranges have " + report::volume(count) + " corners, more than can be tried",
          .help = "give one figure for the inputs that matter least, or use --monte-carlo"};
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

std::optional<RangeAnswer> answer_ranges(Session& session, const Question& question) {
  const std::vector<Key> keys = banded_keys(question.inputs);
  if (keys.empty()) return session.problems().push_back(no_ranges()), std::nullopt;
  Tries tries(session, question, keys);
  if (tries.count() > most_questions) return session.problems().push_back(too_many_ranges(tries.count())), std::nullopt;

  RangeAnswer answer;
  for (const Metric& metric : metrics())
    if (!metric.applies) answer.figures.push_back({.metric = &metric});
  bool first = true;
  const bool asked = tries.all([&](const Question& tried) {
    const Comparison comparison = compare(tried.scenario);
    for (FigureBounds& figure : answer.figures) figure.bounds.add(figure.metric->figure({tried, comparison}).value);
    answer.saving.add(saving_of(comparison));
    if (std::exchange(first, false)) answer.verdict = comparison.verdict;
    if (answer.verdict != comparison.verdict) answer.verdict.reset();
  });
  for (FigureBounds& figure : answer.figures)
    if (figure.metric->path == "saving_usd_per_month" && answer.saving.anywhere())
      figure.bounds = without_sign(answer.saving);
  if (asked && !answer.verdict) answer.decided_by = deciding_key(tries, question, keys);
  tries.hand_over_problems();
  answer.approximate = !std::all_of(keys.begin(), keys.end(), [&](Key key) {
    return is_demand(key) || has_extremes_at_ends(key, question.scenario);
  });
  return asked ? std::optional(answer) : std::nullopt;
}

}  // namespace breakeven::cli
