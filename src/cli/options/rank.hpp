// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/rank.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// Which offers to rank; an option that cannot be read is a problem.
RankOptions read_rank_options(Session& session, const Catalog& catalog);

}  // namespace breakeven::app
