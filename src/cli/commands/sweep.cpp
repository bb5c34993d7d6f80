// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "views/document.hpp"
#include "views/sweep/pictures.hpp"
#include "views/sweep/text.hpp"

namespace breakeven::app {
namespace {

constexpr std::size_t most_variations = 2;

std::vector<Variation> read_variations(Session& session) {
  std::vector<Variation> variations;
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

// A metric that has no column of its own, where one is asked for.
const Metric* asked_metric(Session& session) {
  const auto name = session.arguments().value("metric");
  if (!name) return nullptr;
  const Metric* metric = find_metric(*name);
  if (!metric) session.problems().push_back(unknown_metric("--metric", *name));
  return metric;
}

Json vary_document(const Sweep& sweep) {
  Json varied = Json::array();
  for (const Variation& variation : sweep.variations()) {
    Json values = Json::array();
    for (std::size_t i = 0; i < variation.count; ++i)
      std::visit([&](const auto& value) { values.push_back(value); }, sweep.value(variation, i));
    varied.push_back({{"key", row(variation.key).key}, {"values", std::move(values)}});
  }
  return varied;
}

// The columns whose keys are not those of varied inputs, which have a column already.
std::vector<SweepColumn> answer_columns(const Sweep& sweep) {
  std::vector<SweepColumn> columns;
  const auto variations = sweep.variations();
  const bool has_serverless = sweep.question().scenario.serverless.has_value();
  for (const SweepColumn& column : sweep_columns())
    if ((has_serverless || !column.is_of_serverless) &&
        std::none_of(variations.begin(), variations.end(),
                     [&](const Variation& varied) { return row(varied.key).key == column.key; }))
      columns.push_back(column);
  return columns;
}

report::RowStream sweep_rows(const std::shared_ptr<Sweep>& sweep, const Metric* metric) {
  report::RowStream stream;
  const auto columns = answer_columns(*sweep);
  for (const Variation& variation : sweep->variations()) stream.columns.emplace_back(row(variation.key).key);
  for (const SweepColumn& column : columns) stream.columns.emplace_back(column.key);
  if (metric) stream.columns.emplace_back(metric->path);
  stream.visit = [sweep, metric, columns](const report::RowVisitor& visitor) {
    std::vector<report::Cell> cells;
    sweep->visit([&](const SweepPoint& point) {
      cells.clear();
      for (const Value& value : point.values) cells.push_back(cell_of(value));
      for (const SweepColumn& column : columns) cells.push_back(column.cell(point.comparison));
      if (metric) cells.push_back(cell_of(metric->figure({point.question, point.comparison}).value));
      visitor(cells);
    });
  };
  return stream;
}

}  // namespace

report::Report run_sweep(Session& session) {
  const Metric* metric = asked_metric(session);
  std::vector<Variation> variations = read_variations(session);
  if (io::has_errors(session.problems())) return {};
  const auto sweep = Sweep::create(session.asker(), std::move(variations));
  if (!sweep || io::has_errors(session.problems())) return {};
  report::Report report{.document = document_header("breakeven.sweep"), .stream = sweep_rows(sweep, metric)};
  report.document["vary"] = vary_document(*sweep);
  report.document["rows"] = Json::array();
  close_document(report.document, sweep->held(), session.problems());
  report.blocks = {report::LateBlocks{[sweep, metric] { return sweep_blocks(*sweep, metric); }}};
  if (session.arguments().has("quiet")) report.brief = sweep_brief(*sweep);
  report.pictures = [sweep, metric] { return sweep_pictures(*sweep, metric); };
  return report;
}

}  // namespace breakeven::app
