// SPDX-License-Identifier: MIT
#include "cli/commands/commands.hpp"
#include "views/sweep/text.hpp"

namespace breakeven::app {
namespace {

constexpr std::size_t most_variations = 2;

std::vector<SweptInput> read_variations(Session& session) {
  std::vector<SweptInput> variations;
  const auto texts = session.arguments().values("vary");
  if (texts.empty() || texts.size() > most_variations) {
    session.problems().push_back({.code = "BE-U013",
                                  .message = texts.empty() ? "nothing is varied" : "more than two inputs are varied",
                                  .location = io::Location{.argument = "--vary"},
                                  .help = "give one or two: --vary tok_per_month=1B/month..10B/month/10"});
    return {};
  }
  for (const std::string& text : texts)
    if (auto variation = parse_variation(text, session.problems())) variations.push_back(std::move(*variation));
  return variations;
}

// The metric that --metric names; null if absent, or if unknown, which is a problem.
const Metric* asked_metric(Session& session) {
  const auto name = session.arguments().value("metric");
  if (!name) return nullptr;
  const Metric* metric = find_metric(*name);
  if (!metric) session.problems().push_back(unknown_metric("--metric", *name));
  return metric;
}

}  // namespace

report::Report run_sweep(Session& session) {
  const Metric* metric = asked_metric(session);
  std::vector<SweptInput> variations = read_variations(session);
  if (io::has_errors(session.problems())) return {};
  const auto sweep = Sweep::create(session.asker(), std::move(variations));
  if (!sweep || io::has_errors(session.problems())) return {};
  return sweep_report(sweep, metric, session.arguments().has("quiet"),
                      {.inputs = sweep->held(), .problems = session.problems()});
}

}  // namespace breakeven::app
