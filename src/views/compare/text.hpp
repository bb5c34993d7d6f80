// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "views/compare/uncertainty.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The answer as text: costs first, then the break-evens, the assumptions, the verdict last.
std::vector<report::Block> compare_blocks(const Comparison& comparison, const Question& question, bool verbose);

/// "self-host", "API", "tie", "infeasible" or "serverless", for a cell.
std::string verdict_word(Verdict verdict);

/// Verdict, self-host cost and API cost, unrounded; also the serverless cost if there is that path.
std::string compare_brief(const Comparison& comparison);

/// The costs of both sides and where they tie, at the midpoints and then over the ranges.
report::Report compare_report(const std::shared_ptr<const Question>& question, const Comparison& comparison,
                              const OverRanges& over, const AnswerContext& context);

}  // namespace breakeven::app
