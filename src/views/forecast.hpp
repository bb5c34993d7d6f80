// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/forecast.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The months first, then the flips, the totals and the assumptions, the verdict last. All months if they are few or
/// `verbose`; else every twelfth, and those in which the cheaper side changes.
std::vector<report::Block> forecast_blocks(const ForecastAnswer& answer, bool verbose);

/// First verdict, month of the first flip or why there is none, last verdict.
std::string forecast_brief(const ForecastAnswer& answer);

report::Report forecast_report(const ForecastAnswer& answer, const AnswerContext& context);

}  // namespace breakeven::app
