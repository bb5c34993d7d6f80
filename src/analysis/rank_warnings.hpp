// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/rank.hpp"

namespace breakeven::app {

/// Adds one warning of each kind, with the number of candidates it concerns.
void warn_of_candidates(const Ranking& ranking, const InputSet& inputs, const Catalog& catalog, Date today,
                        io::Diagnostics& warnings);

}  // namespace breakeven::app
