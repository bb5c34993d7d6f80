// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/rank.hpp"
#include "report/report.hpp"

namespace breakeven::app {

std::vector<report::Block> rank_blocks(const Ranking& ranking, const InputSet& inputs, Date today, bool with_records);

/// Kind, id and unrounded cost of the cheapest way.
std::string rank_brief(const Ranking& ranking);

}  // namespace breakeven::app
