// SPDX-License-Identifier: MIT

#include <algorithm>

#include "analysis/metrics.hpp"
#include "cli/commands/commands.hpp"
#include "cli/diagnostic_codes.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

struct Step {
  const Symbol* symbol;
  double value;
  std::string source;
};

// The symbols of a formula in the order in which they can be worked out.
class Steps {
 public:
  explicit Steps(const Answered& answered) : answered_(answered) {}

  void add(std::string_view parts) {
    while (!parts.empty()) {
      const std::string_view name = parts.substr(0, parts.find(' '));
      parts.remove_prefix(std::min(name.size() + 1, parts.size()));
      add_symbol(name);
    }
  }
  const std::vector<Step>& steps() const { return steps_; }

 private:
  void add_symbol(std::string_view name) {
    const auto known = [&](const Step& step) { return step.symbol->symbol == name; };
    if (std::any_of(steps_.begin(), steps_.end(), known)) return;
    for (const Symbol& symbol : symbols()) {
      if (symbol.symbol != name || (symbol.applies && !symbol.applies(answered_))) continue;
      if (symbol.value) {
        add(symbol.parts);
        steps_.push_back({&symbol, symbol.value(answered_), "= " + std::string(symbol.formula)});
      } else {
        add_input(symbol);
      }
      return;
    }
  }

  void add_input(const Symbol& symbol) {
    const auto key = find_key(symbol.key);
    const auto& value = at(answered_.question.inputs, key.value());
    if (value)
      steps_.push_back(
          {&symbol, value->number, value->origin.empty() ? std::string(name(value->source)) : value->origin});
  }

  const Answered& answered_;
  std::vector<Step> steps_;
};

std::string with_unit(double value, std::string_view unit) {
  return text::plain(value) + (unit.empty() ? "" : " " + std::string(unit));
}

std::string figure_words(const Figure& figure) {
  std::string status(figure.status);
  std::replace(status.begin(), status.end(), '_', ' ');
  return text::format("{}: {}", status, figure.reason);
}

// The formula that holds for this question.
const Metric& applying(std::string_view path, const Answered& answered) {
  const auto metric = std::find_if(metrics().begin(), metrics().end(), [&](const Metric& known) {
    return known.path == path && (!known.applies || known.applies(answered));
  });
  return *metric;
}

report::Report explain_metric(Session& session, std::string_view path) {
  const Question question = session.question({.serverless = true});
  if (io::has_errors(session.problems())) return {};
  const Comparison comparison = compare(question.scenario);
  const Answered answered{question, comparison};
  const Metric& metric = applying(path, answered);
  Steps steps(answered);
  steps.add(metric.parts);
  const Figure figure = metric.figure(answered);

  report::Report report{
      .document = document_header("breakeven.explain"), .blocks = {}, .brief = {}, .rows = std::vector<Json>()};
  report.document["metric"] = metric.path;
  report.document["formula"] = metric.formula;
  report::Table table{.columns = {{"Symbol"}, {"Key"}, {"Value", report::Align::right}, {"Unit"}, {"From"}},
                      .rows = {}};
  for (const Step& step : steps.steps()) {
    report.rows->push_back({{"symbol", step.symbol->symbol},
                            {"key", step.symbol->key},
                            {"value", step.value},
                            {"unit", step.symbol->unit},
                            {"source", step.source}});
    table.rows.push_back({std::string(step.symbol->symbol), std::string(step.symbol->key), text::plain(step.value),
                          std::string(step.symbol->unit), io::printable(step.source)});
  }
  report.document["steps"] = *report.rows;
  report.document["value"] = figure.value ? Json(*figure.value) : Json();
  report.document["status"] = figure.status;
  report.document["reason"] = figure.reason.empty() ? Json() : Json(figure.reason);
  close_document(report.document, question.inputs, session.problems());
  const std::string result = figure.value ? with_unit(*figure.value, unit_of(metric.measure)) : figure_words(figure);
  report.blocks = {report::Verbatim{{text::format("{} = {}", metric.path, metric.formula)}}, std::move(table),
                   report::Headline{text::format("{} = {}", metric.path, result)}};
  report.brief = figure.value ? text::plain(*figure.value) : std::string(figure.status);
  return report;
}

report::Report explain_code(const io::DiagnosticCode& code) {
  report::Report report{
      .document = document_header("breakeven.diagnostic_code"), .blocks = {}, .brief = {}, .rows = std::nullopt};
  report.document["code"] = code.code;
  report.document["title"] = code.title;
  report.document["explanation"] = code.explanation;
  report.document["failing"] = code.failing;
  report.document["mended"] = code.mended;
  report.blocks = {report::Headline{code.code + ": " + code.title}, report::Paragraph{{code.explanation}},
                   report::Verbatim{{"fails:  " + code.failing, "mended: " + code.mended}}};
  report.brief = code.title;
  return report;
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
    if (word == code.code) return explain_code(code);
  return explain_what(session, word), report::Report{};
}

}  // namespace breakeven::app
