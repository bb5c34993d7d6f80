// SPDX-License-Identifier: MIT
#include "cli/solving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

std::string_view side_name(bool is_positive) { return is_positive ? "api" : "self_host"; }

// What the difference of both sides' costs is made of.
Probe tie_probe(const Scenario& scenario) {
  const Costs costs = breakeven::costs(scenario);
  const Replica one = replica(scenario.self_host, scenario.workload);
  const double paid = costs.replicas + static_cast<double>(scenario.self_host.spare_replicas);
  return {.rest = (scenario.self_host.fixed - costs.api) / usd,
          .marginal = scenario.self_host.marginal * costs.volume / usd,
          .replicas = paid,
          .step = one.cost / usd,
          .needed = costs.volume / one.capacity + static_cast<double>(scenario.self_host.spare_replicas),
          .feasible = costs.feasible};
}

std::optional<Probe> metric_probe(const Target& target, const Question& question) {
  const Comparison comparison = compare(question.scenario);
  const Figure figure = target.metric->figure({question, comparison});
  if (!figure.value) return std::nullopt;
  // Replicas are counted in it without a price, so that the search sees where they change.
  return Probe{.rest = *figure.value - target.value,
               .replicas = comparison.self_host.replica_count,
               .needed = comparison.volume / comparison.replica.capacity};
}

// The least and the greatest figure that the search has met.
struct Met {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void add(double figure) {
    low = std::min(low, figure);
    high = std::max(high, figure);
  }
};

std::string key_text(Key key) { return std::string(row(key).key); }

// Crossings of the volume are exact and in closed form.
bool is_volume(const Target& target) {
  return !target.metric && (target.key == key("tok_per_month") || target.key == key("requests_per_month"));
}

Solved from_crossings(const Question& question, Key solved_for) {
  const VolumeBreakEven crossings = compare(question.scenario).break_even.volume;
  Solved solved{.status = crossings.status, .reason = std::string(crossings.reason)};
  double unit = 1;
  if (solved_for == key("requests_per_month")) unit = question.scenario.workload.shape->total() / (token / request);
  for (const Crossing& crossing : crossings.crossings)
    solved.values.push_back({.value = crossing.volume / token / unit,
                             .kind = crossing.to == Side::api ? SolutionKind::jump : SolutionKind::root,
                             .to = side_name(crossing.to == Side::api),
                             .touch = crossing.touch});
  if (crossings.status == Status::always) solved.reason = "self-hosting costs no more at every " + key_text(solved_for);
  if (crossings.crossing_count > crossings_listed) solved.searched_to = solved.values.back().value;
  return solved;
}

std::string reason_without(const Target& target, const Solutions& found, const Met& met) {
  if (!found.any_value) return "no value of " + key_text(target.key) + " can be asked";
  if (target.metric) {
    const Figure low{.value = met.low};
    const Figure high{.value = met.high};
    return fmt::format("{} goes from {} to {} over the values of {}", target.metric->path,
                       figure_text(*target.metric, low), figure_text(*target.metric, high), key_text(target.key));
  }
  return fmt::format("{} at every value of {}", found.positive_at_low ? "the API costs less" : "self-hosting costs no more",
                     key_text(target.key));
}

Solved from_search(const Target& target, const Solutions& found, const Met& met) {
  Solved solved{.searched_to = found.searched_to};
  for (const Solution& solution : found.list)
    solved.values.push_back({.value = solution.value,
                             .kind = solution.kind,
                             .to = target.metric ? std::string_view() : side_name(solution.to_positive),
                             .touch = solution.touch});
  solved.status = found.list.size() == 1 ? Status::at : Status::not_unique;
  if (!found.list.empty()) return solved;
  const bool always = found.any_value && !found.positive_at_low && !target.metric;
  solved.status = always ? Status::always : Status::never;
  solved.reason = reason_without(target, found, met);
  return solved;
}

}  // namespace

std::optional<double> current_number(Session& session, Key key) {
  io::Diagnostics unused;
  const Chosen chosen = choose(session.given(), unused);
  const Question question = session.resolved(chosen, {.self_host = false, .api = false, .demand = false}, unused);
  const auto& value = at(question.inputs, key);
  return value ? std::optional(value->number) : std::nullopt;
}

std::unique_ptr<VariedQuestion> question_with(Session& session, Key key, std::optional<double> current) {
  const io::Domain& domain = row(key).domain;
  const std::array tried{current, row(key).default_value, std::optional(domain.max), std::optional(domain.min),
                         std::optional(1.0)};
  io::Diagnostics first_problems;
  for (const auto& number : tried) {
    if (!number || !domain.contains(*number)) continue;
    io::Diagnostics problems;
    auto question = std::make_unique<VariedQuestion>(session, Needs{}, VariedQuestion::Values{{key, *number}}, problems);
    const bool can_be_asked = !io::has_errors(problems);
    if (can_be_asked || first_problems.empty()) first_problems = std::move(problems);
    if (!can_be_asked) continue;
    session.problems().insert(session.problems().end(), first_problems.begin(), first_problems.end());
    return question;
  }
  session.problems().insert(session.problems().end(), first_problems.begin(), first_problems.end());
  return nullptr;
}

Solved solve(const Target& target, VariedQuestion& question) {
  if (is_volume(target)) return from_crossings(question.question(), target.key);
  Met met;
  const Difference difference = [&](double number) -> std::optional<Probe> {
    io::Diagnostics refused;
    question.set(0, number);
    if (!question.ask(refused)) return std::nullopt;
    if (!target.metric) return tie_probe(question.question().scenario);
    auto probe = metric_probe(target, question.question());
    if (probe) met.add(probe->rest + target.value);
    return probe;
  };
  const io::Domain& domain = row(target.key).domain;
  const Solutions found =
      find_solutions(difference, {.low = domain.min,
                                  .high = domain.max,
                                  .whole = domain.integer,
                                  .bounded = target.metric == nullptr});
  return from_search(target, found, met);
}

}  // namespace breakeven::cli
