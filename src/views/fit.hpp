// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/fit.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The memory as a table, the estimate and the assumptions in sentences, whether it fits last.
std::vector<report::Block> fit_blocks(const FitAnswer& answer, const InputSet& inputs, bool verbose);

/// "none 31232 1": the limit that binds, the tokens that the cache holds, the fewest GPUs.
std::string fit_brief(const FitAnswer& answer);

std::string_view name(FitLimit limit);

}  // namespace breakeven::app
