// SPDX-License-Identifier: MIT
#include "analysis/diff/consequences.hpp"

#include <algorithm>
#include <limits>

#include "analysis/diff/document_changes.hpp"

namespace breakeven::app {
namespace {

struct MetricChange {
  std::string verdict{unanswerable};
  io::Diagnostics problems{};
  std::vector<std::pair<const Metric*, Figure>> figures{};

  bool is_answer() const { return verdict != unanswerable; }
};

MetricChange ask(const NamedQuestion& asked, const Catalog& catalog, Date today) {
  MetricChange reply;
  const EffectiveInputs chosen = effective_inputs(asked.given, reply.problems);
  const Question question = resolve(
      chosen, {.serverless = true}, [&catalog]() -> const Catalog& { return catalog; }, today, reply.problems);
  if (io::has_errors(reply.problems)) return reply;
  const Comparison comparison = compare(question.scenario);
  reply.verdict = name(comparison.verdict);
  // Rows with the same path differ only in their formula.
  for (const Metric& metric : metrics())
    if (find_metric(metric.path) == &metric)
      reply.figures.emplace_back(&metric, metric.figure({.question = question, .comparison = comparison}));
  return reply;
}

std::string reply_reason(const MetricChange& reply) {
  std::string reason;
  for (const io::Diagnostic& problem : reply.problems)
    if (problem.severity == io::Severity::error && !reply.is_answer())
      reason += (reason.empty() ? "" : "; ") + problem.message;
  return reason;
}

// A break-even that appeared or vanished counts as the largest move.
double size_of_move(const Move& move) {
  const double size = size_of_change(move.before, move.after);
  return size < 0 ? std::numeric_limits<double>::infinity() : size;
}

void add_moves(const std::string& scenario, const MetricChange& before, const MetricChange& after,
               std::vector<Move>& moved) {
  const auto first = static_cast<std::ptrdiff_t>(moved.size());
  for (std::size_t i = 0; i < before.figures.size() && after.is_answer(); ++i) {
    const auto& [metric, figure] = before.figures[i];
    const Figure& now = after.figures[i].second;
    if (figure.status == now.status && is_same(figure.value, now.value)) continue;
    moved.push_back({.scenario = scenario,
                     .key = std::string(metric->path),
                     .before = figure.value,
                     .after = now.value,
                     .before_status = std::string(name(figure.status)),
                     .after_status = std::string(name(now.status)),
                     .change_ratio = change_ratio(figure.value, now.value)});
  }
  std::stable_sort(moved.begin() + first, moved.end(),
                   [](const Move& a, const Move& b) { return size_of_move(a) > size_of_move(b); });
}

void add_problems(const MetricChange& reply, io::Diagnostics& problems) {
  for (const io::Diagnostic& problem : reply.problems) io::add_once(problem, problems);
}

void take(const NamedQuestion& asked, const MetricChange& before, const MetricChange& after, Consequences& found) {
  if (before.verdict != after.verdict)
    found.flipped.push_back({.scenario = asked.name,
                             .before = before.verdict,
                             .after = after.verdict,
                             .before_reason = reply_reason(before),
                             .after_reason = reply_reason(after)});
  if (asked.shows_moves) add_moves(asked.name, before, after, found.moved);
}

}  // namespace

Consequences consequences(const std::vector<NamedQuestion>& questions, const Catalog& before, const Catalog& after,
                          Date today, io::Diagnostics& problems) {
  Consequences found;
  for (const NamedQuestion& asked : questions) {
    const MetricChange first = ask(asked, before, today);
    const MetricChange second = ask(asked, after, today);
    const MetricChange& latest = second.is_answer() ? second : first;
    // Leaves out that earlier prices are old; a flip already says why one catalog cannot answer.
    add_problems(latest, problems);
    if (latest.is_answer())
      take(asked, first, second, found);
    else
      add_problems(second, problems);
  }
  return found;
}

}  // namespace breakeven::app
