// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "inputs/question.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// What an answer assumes beyond the given inputs, and what it leaves out; a sentence may be empty. `is_explained`:
/// whether `breakeven explain` can show the calculation.
std::vector<std::string> assumption_sentences(const Question& question, bool is_explained = true);

/// The costs that defaults leave out, in one sentence; empty if there are none.
std::string not_included_sentence(const InputSet& inputs, const GpuOffer* offer);

/// What the catalog supplied, if anything.
std::vector<std::string> catalog_sentences(const Question& question);

/// Every input with its value and origin.
report::Table inputs_table(const InputSet& inputs);

}  // namespace breakeven::app
