// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/purchase.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// What a GPU costs its owner, then the alternatives, the paybacks, the verdict last.
/// `inputs` are those that a verbose answer shows.
std::vector<report::Block> purchase_blocks(const Purchase& purchase, const Question& question, const InputSet& inputs,
                                           bool verbose);

/// Verdict, owned cost of one GPU in a month and in an hour.
std::string purchase_brief(const Purchase& purchase);

}  // namespace breakeven::app
