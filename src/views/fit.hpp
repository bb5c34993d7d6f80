// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/fit.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The memory as a table, the estimate and the assumptions in sentences, and last whether it fits.
std::vector<report::Block> fit_blocks(const FitAnswer& answer, const AnswerContext& context);

/// "none 31232 1": the limit that binds, the tokens that the cache holds, the fewest GPUs.
std::string fit_brief(const FitAnswer& answer);

std::string_view name(FitLimit limit);

report::Report fit_report(const FitAnswer& answer, const AnswerContext& context);

}  // namespace breakeven::app
