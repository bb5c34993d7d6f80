// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "inputs/question.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// What an answer rests on that the asker did not say, and what it leaves out; a sentence may be empty.
/// `is_explained` is whether `breakeven explain` shows how it comes about.
std::vector<std::string> assumption_sentences(const Question& question, bool is_explained = true);

/// The costs that defaults leave out, in one sentence; empty if none is.
std::string not_included_sentence(const InputSet& inputs, const GpuOffer* offer);

/// What the catalog supplied, where it supplied anything.
std::vector<std::string> catalog_sentences(const Question& question);

/// Every input with its value and origin.
report::Table inputs_table(const InputSet& inputs);

}  // namespace breakeven::app
