// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "inputs/question.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The answer for people: costs first, then the break-evens, the assumptions, the verdict last.
std::vector<report::Block> compare_blocks(const Comparison& comparison, const Question& question, bool verbose);

/// "self-host", "API", "tie", "infeasible" or "serverless", for a cell.
std::string verdict_word(Verdict verdict);

/// Verdict, self-host cost and API cost, unrounded; the serverless cost too where there is that path.
std::string compare_brief(const Comparison& comparison);

}  // namespace breakeven::app
