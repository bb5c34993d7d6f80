// SPDX-License-Identifier: MIT
#include "views/explain.hpp"

#include <algorithm>

#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

std::string with_unit(double value, std::string_view unit) {
  return text::plain(value) + (unit.empty() ? "" : " " + std::string(unit));
}

std::string figure_words(const Figure& figure) {
  std::string status(name(figure.status));
  std::replace(status.begin(), status.end(), '_', ' ');
  return text::format("{}: {}", status, figure.reason);
}

}  // namespace

report::Report explain_report(const Explanation& explanation, const AnswerContext& context) {
  const Metric& metric = explanation.metric;
  const Figure& figure = explanation.figure;
  report::Report report{.document = document_header("breakeven.explain"), .rows = std::vector<Json>()};
  report.document["metric"] = metric.path;
  report.document["formula"] = metric.formula;
  report::Table table{.columns = {{"Symbol"}, {"Key"}, {"Value", report::Align::right}, {"Unit"}, {"From"}},
                      .rows = {}};
  for (const Step& step : explanation.steps) {
    report.rows->push_back({{"symbol", step.symbol->symbol},
                            {"key", step.symbol->key},
                            {"value", step.value},
                            {"unit", step.symbol->unit},
                            {"source", step.source}});
    table.rows.push_back({std::string(step.symbol->symbol), std::string(step.symbol->key), text::plain(step.value),
                          std::string(step.symbol->unit), io::printable(step.source)});
  }
  report.document["steps"] = *report.rows;
  report.document["value"] = Json(figure.value);
  report.document["status"] = name(figure.status);
  report.document["reason"] = text_or_null(figure.reason);
  close_document(report.document, context.inputs, context.problems);
  const std::string result = figure.value ? with_unit(*figure.value, unit_of(metric.measure)) : figure_words(figure);
  report.blocks = {report::Verbatim{{text::format("{} = {}", metric.path, metric.formula)}}, std::move(table),
                   report::Headline{text::format("{} = {}", metric.path, result)}};
  report.brief = figure.value ? text::plain(*figure.value) : std::string(name(figure.status));
  return report;
}

report::Report explain_report(const io::DiagnosticCode& code) {
  report::Report report{.document = document_header("breakeven.diagnostic_code")};
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

}  // namespace breakeven::app
