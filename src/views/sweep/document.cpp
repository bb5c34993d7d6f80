// SPDX-License-Identifier: MIT
#include <algorithm>

#include "views/sweep/pictures.hpp"
#include "views/sweep/text.hpp"

namespace breakeven::app {
namespace {

Json vary_document(const Sweep& sweep) {
  Json varied = Json::array();
  for (const SweptInput& variation : sweep.variations()) {
    Json values = Json::array();
    for (std::size_t i = 0; i < variation.count; ++i)
      std::visit([&](const auto& value) { values.push_back(value); }, sweep.value(variation, i));
    varied.push_back({{"key", row(variation.key).key}, {"values", std::move(values)}});
  }
  return varied;
}

// The columns of the answer, without those that varied inputs already have.
std::vector<SweepColumn> answer_columns(const Sweep& sweep) {
  std::vector<SweepColumn> columns;
  const auto variations = sweep.variations();
  const bool has_serverless = sweep.question().scenario.serverless.has_value();
  for (const SweepColumn& column : sweep_columns())
    if ((has_serverless || !column.is_of_serverless) &&
        std::none_of(variations.begin(), variations.end(),
                     [&](const SweptInput& varied) { return row(varied.key).key == column.key; }))
      columns.push_back(column);
  return columns;
}

report::RowStream sweep_rows(const std::shared_ptr<Sweep>& sweep, const Metric* metric) {
  report::RowStream stream;
  const auto columns = answer_columns(*sweep);
  for (const SweptInput& variation : sweep->variations()) stream.columns.emplace_back(row(variation.key).key);
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

report::Report sweep_report(const std::shared_ptr<Sweep>& sweep, const Metric* metric, bool is_brief,
                            const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.sweep"), .stream = sweep_rows(sweep, metric)};
  report.document["vary"] = vary_document(*sweep);
  report.document["rows"] = Json::array();
  close_document(report.document, context.inputs, context.problems);
  report.blocks = {report::LateBlocks{[sweep, metric] { return sweep_blocks(*sweep, metric); }}};
  if (is_brief) report.brief = sweep_brief(*sweep);
  report.pictures = [sweep, metric] { return sweep_pictures(*sweep, metric); };
  return report;
}

}  // namespace breakeven::app
