// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/rank.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// All ways, cheapest first; a verbose table names their throughput records. The ways were ranked with `inputs`; the
/// context holds only those that rank takes.
report::Report rank_report(const Ranking& ranking, const InputSet& inputs, Date today, const AnswerContext& context);

}  // namespace breakeven::app
