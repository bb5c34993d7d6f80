// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "analysis/metrics.hpp"
#include "analysis/sweep.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// A column of a sweep's rows, after the columns of the varied inputs.
struct SweepColumn {
  std::string_view key;
  std::string_view title;  // in the table
  report::Cell (*cell)(const Comparison&);
  std::string (*text)(const Comparison&);
  bool is_of_serverless = false;  // shown if there is that path
};
std::span<const SweepColumn> sweep_columns();

report::Cell cell_of(const Value& value);
report::Cell cell_of(const std::optional<double>& number);

/// The rows as a table, or for two varied inputs a grid of verdicts or of the metric; then how often each side is
/// cheaper.
std::vector<report::Block> sweep_blocks(Sweep& sweep, const Metric* metric);

/// Each verdict and its number of points: "self_host 3 api 2".
std::string sweep_brief(Sweep& sweep);

/// The whole sweep, computed while it is written; the brief only if `is_brief`, because it takes another sweep.
report::Report sweep_report(const std::shared_ptr<Sweep>& sweep, const Metric* metric, bool is_brief,
                            const AnswerContext& context);

}  // namespace breakeven::app
