// SPDX-License-Identifier: MIT
#include "analysis/goal_seek.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "inputs/value_text.hpp"
#include "text/format.hpp"

namespace breakeven::app {
namespace {

// The sides whose costs are compared: the cheaper one at a negative difference, and the other.
struct Sides {
  Verdict negative = Verdict::self_host;
  Verdict positive = Verdict::api;

  std::string_view at(bool is_positive) const { return name(is_positive ? positive : negative); }
};

Sides sides_of(const Target& target, const Scenario& scenario) {
  if (target.metric || !is_of_serverless(target)) return {};
  const Costs costs = breakeven::costs(scenario);
  const bool is_rented = costs.feasible && costs.self_host < costs.api;
  return {Verdict::serverless, is_rented ? Verdict::self_host : Verdict::api};
}

// The range of figures that the search has met.
struct TargetCrossing {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  std::string_view reason{};  // why the last one had no value

  void add(const Figure& figure) {
    if (!figure.value) return void(reason = figure.reason);
    low = std::min(low, *figure.value);
    high = std::max(high, *figure.value);
  }
  bool is_empty() const { return low > high; }
  bool is_always(double value) const { return low == high && low == value; }
};

std::string key_text(Key key) { return std::string(row(key).key); }

// Volume crossings are exact and in closed form.
bool is_volume_target(const Target& target) {
  return !target.metric && (target.key == key("tok_per_month") || target.key == key("requests_per_month"));
}

SolutionKind kind_at(Tokens volume, Scenario scenario) {
  scenario.workload.demand = volume;
  return compare(scenario).verdict == Verdict::tie ? SolutionKind::root : SolutionKind::jump;
}

// The volume at which self-hosting, cheaper until then, runs out of replicas.
std::optional<Tokens> end_of_replicas(const Scenario& scenario, const VolumeBreakEven& crossings) {
  const bool is_whole = crossings.crossing_count <= crossings_listed;
  const bool lasts = crossings.last || crossings.status == Status::always;
  if (!scenario.self_host.max_replicas || !is_whole || !lasts) return std::nullopt;
  return replica(scenario.self_host, scenario.workload).capacity *
         static_cast<double>(*scenario.self_host.max_replicas);
}

Solved from_crossings(const Question& question, Key solved_for) {
  const VolumeBreakEven crossings = compare(question.scenario).break_even.volume;
  Solved solved{.status = crossings.status, .reason = std::string(crossings.reason)};
  double unit = 1;
  if (solved_for == key("requests_per_month")) unit = question.scenario.workload.shape->total() / (token / request);
  for (const Crossing& crossing : crossings.crossings)
    solved.values.push_back({.value = crossing.volume / token / unit,
                             .kind = kind_at(crossing.volume, question.scenario),
                             .to = Sides{}.at(crossing.to == Side::api),
                             .from = Sides{}.at(crossing.to != Side::api),
                             .touch = crossing.touch});
  if (crossings.crossing_count > crossings_listed) solved.searched_to = solved.values.back().value;
  if (const auto end = end_of_replicas(question.scenario, crossings))
    solved.values.push_back(
        {.value = *end / token / unit, .kind = SolutionKind::jump, .to = Sides{}.at(true), .from = Sides{}.at(false)});
  if (!solved.values.empty()) solved.status = solved.values.size() == 1 ? Status::at : Status::not_unique;
  if (solved.status == Status::always) solved.reason = "self-hosting costs no more at every " + key_text(solved_for);
  return solved;
}

std::optional<DifferenceParts> probe(const Target& target, VariedQuestion& question, double number,
                                     TargetCrossing& met) {
  io::Diagnostics refused;
  question.set(0, number);
  if (!question.ask(refused)) return std::nullopt;
  const Scenario& scenario = question.question().scenario;
  if (!target.metric) return tie_probe(target, scenario);
  const Comparison comparison = compare(scenario);
  const AnsweredQuestion answered{question.question(), comparison};
  const Figure figure = target.metric->figure(answered);
  met.add(figure);
  if (!figure.value) return std::nullopt;
  return metric_probe(target, answered);
}

std::string metric_reason(const Target& target, const TargetCrossing& met) {
  const auto text = [&](double value) { return exact_text(target.metric->measure, value); };
  const std::string_view path = target.metric->path;
  if (met.is_empty()) return text::format("{} has no value: {}", path, met.reason);
  if (met.is_always(target.value))
    return text::format("{} is {} at every value of {}", path, text(target.value), key_text(target.key));
  if (met.low > target.value)
    return text::format("{} is {} or more at every value of {}", path, text(met.low), key_text(target.key));
  if (met.high < target.value)
    return text::format("{} is {} or less at every value of {}", path, text(met.high), key_text(target.key));
  return text::format("{} is {} at no value of {}", path, text(target.value), key_text(target.key));
}

std::string reason_without(const Target& target, const Sides& sides, const Solutions& found,
                           const TargetCrossing& met) {
  if (!found.any_value && !target.metric) return "no value of " + key_text(target.key) + " can be asked";
  if (target.metric) return metric_reason(target, met);
  return text::format("{} at every value of {}",
                      side_words(found.positive_at_low ? sides.positive : sides.negative) +
                          (found.positive_at_low ? " costs less" : " costs no more"),
                      key_text(target.key));
}

Solved from_search(const Target& target, const Sides& sides, const Solutions& found, const TargetCrossing& met) {
  Solved solved{.searched_to = found.searched_to};
  for (const Solution& solution : found.list)
    solved.values.push_back({.value = solution.value,
                             .kind = solution.kind,
                             .to = target.metric ? std::string_view() : sides.at(solution.to_positive),
                             .from = target.metric ? std::string_view() : sides.at(!solution.to_positive),
                             .touch = solution.touch});
  solved.status = found.list.size() == 1 ? Status::at : Status::not_unique;
  if (!found.list.empty()) return solved;
  const bool always = target.metric ? met.is_always(target.value) : found.any_value && !found.positive_at_low;
  solved.status = always ? Status::always : Status::never;
  solved.reason = reason_without(target, sides, found, met);
  return solved;
}

}  // namespace

std::unique_ptr<VariedQuestion> question_with(const Asker& asker, const Target& target, std::optional<double> current) {
  const Key key = target.key;
  const Requirements needs{.serverless = is_of_serverless(target)};
  const io::Domain& domain = row(key).domain;
  const std::array tried{current, row(key).default_value, std::optional(domain.max), std::optional(domain.min),
                         std::optional(1.0)};
  io::Diagnostics first_problems;
  for (const auto& number : tried) {
    if (!number || !domain.contains(*number)) continue;
    io::Diagnostics problems;
    auto question =
        std::make_unique<VariedQuestion>(asker, needs, "--for", VariedQuestion::Values{{key, *number}}, problems);
    const bool can_be_asked = !io::has_errors(problems);
    if (can_be_asked || first_problems.empty()) first_problems = std::move(problems);
    if (!can_be_asked) continue;
    asker.problems.insert(asker.problems.end(), first_problems.begin(), first_problems.end());
    return question;
  }
  asker.problems.insert(asker.problems.end(), first_problems.begin(), first_problems.end());
  return nullptr;
}

Solved solve(const Target& target, VariedQuestion& question) {
  if (is_volume_target(target)) return from_crossings(question.question(), target.key);
  const double known = at(question.question().inputs, target.key)->number;
  TargetCrossing met;
  const auto search = [&](const Target& wanted) {
    const io::Domain& domain = row(wanted.key).domain;
    return find_solutions([&](double number) { return probe(wanted, question, number, met); },
                          {.low = domain.min, .high = domain.max, .whole = domain.integer, .known = known});
  };
  Solutions found = search(target);
  return from_search(target, sides_of(target, question.question().scenario), found, met);
}

}  // namespace breakeven::app
