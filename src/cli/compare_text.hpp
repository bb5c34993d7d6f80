// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "cli/question.hpp"
#include "report/report.hpp"

namespace breakeven::cli {

/// The answer for people: costs first, then the break-evens, the assumptions, the verdict last.
std::vector<report::Block> compare_blocks(const Comparison& comparison, const Question& question, bool verbose);

/// "self-host", "API", "tie" or "infeasible", for a cell.
std::string verdict_word(Verdict verdict);

/// Verdict, self-host cost and API cost, unrounded.
std::string compare_brief(const Comparison& comparison);

/// What an answer rests on that the asker did not say, and what it leaves out; a sentence may be empty.
std::vector<std::string> assumption_sentences(const Question& question);

/// What the catalog supplied, where it supplied anything.
std::vector<std::string> catalog_sentences(const Question& question);

/// Every input with its value and origin.
report::Table inputs_table(const InputSet& inputs);

}  // namespace breakeven::cli
