// SPDX-License-Identifier: MIT
#include "views/explain.hpp"
#include "cli/commands/commands.hpp"
#include "cli/diagnostic_codes.hpp"

namespace breakeven::app {
namespace {

report::Report explain_metric(Session& session, std::string_view path) {
  const Question question = session.question({.serverless = true});
  if (io::has_errors(session.problems())) return {};
  const Comparison comparison = compare(question.scenario);
  return explain_report(explanation_of(path, {question, comparison}),
                        {.inputs = question.inputs, .problems = session.problems()});
}

void explain_what(Session& session, const std::string& word) {
  io::Diagnostic wrong{.code = word.empty() ? "BE-U005" : "BE-U006",
                       .help = "breakeven explain FIGURE with the inputs of compare"};
  wrong.message = word.empty() ? "explain needs a figure of an answer, or a diagnostic code"
                               : "there is no figure or code '" + io::printable(word) + "'";
  std::vector<std::string_view> known;
  for (const Metric& metric : metrics()) {
    if (metric.applies) continue;
    known.push_back(metric.path);
    wrong.notes.push_back("a figure is " + std::string(metric.path));
  }
  for (const io::DiagnosticCode& code : diagnostic_codes()) known.push_back(code.code);
  if (const std::string close = io::did_you_mean(word, known); !word.empty() && !close.empty()) {
    wrong.help = close;
    wrong.notes.clear();
    wrong.location = io::Location{.argument = word};
  }
  session.problems().push_back(std::move(wrong));
}

}  // namespace

report::Report run_explain(Session& session) {
  const auto& words = session.arguments().positionals;
  const std::string word = words.empty() ? "" : words.front();
  if (words.size() > 1) return explain_what(session, words.back()), report::Report{};
  for (const Metric& metric : metrics())
    if (word == metric.path) return explain_metric(session, metric.path);
  for (const io::DiagnosticCode& code : diagnostic_codes())
    if (word == code.code) return explain_report(code);
  return explain_what(session, word), report::Report{};
}

}  // namespace breakeven::app
