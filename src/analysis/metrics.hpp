// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "breakeven/compare.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// A question with its answer, from which formulas read their symbols.
struct AnsweredQuestion {
  const Question& question;
  const Comparison& comparison;
};

/// A symbol of MODEL section 2.0: an input, or something derived from others by `formula`.
struct Symbol {
  std::string_view symbol;
  std::string_view key;  // of an input; for a derived symbol, the JSON key of the answer or a few words
  std::string_view unit;
  std::string_view formula{};                          // empty for an input
  std::string_view parts{};                            // the symbols of the formula
  double (*value)(const AnsweredQuestion&) = nullptr;  // null for an input
  bool (*applies)(const AnsweredQuestion&) = nullptr;  // null for always; the first row of a symbol that applies counts
};

/// A figure of an answer: a number in the unit of its metric, or why there is none.
using Figure = Result<double>;

/// A figure of an answer that can be explained.
struct Metric {
  std::string_view path;  // in the JSON of compare
  Measure measure;
  std::string_view formula;
  std::string_view parts;
  Figure (*figure)(const AnsweredQuestion&);
  bool (*applies)(const AnsweredQuestion&) = nullptr;  // null for always; the first row of a path that applies counts
};

std::span<const Symbol> symbols();
std::span<const Metric> metrics();

/// The metric of a path in the JSON of compare, with or without the ".value" of a break-even; null if there is none.
const Metric* find_metric(std::string_view path);
/// A figure of the metric in readable form, or its status.
std::string figure_text(const Metric& metric, const Figure& figure);
/// The problem that no metric has the name given by `option`.
io::Diagnostic unknown_metric(std::string_view option, std::string_view name);

}  // namespace breakeven::app
