// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/purchase.hpp"
#include "report/report.hpp"

namespace breakeven::cli {

/// What a GPU costs its owner, then the alternatives, the paybacks, the verdict last.
std::vector<report::Block> purchase_blocks(const Purchase& purchase, const InputSet& inputs, bool verbose);

/// Verdict, owned cost of one GPU in a month and in an hour.
std::string purchase_brief(const Purchase& purchase);

}  // namespace breakeven::cli
