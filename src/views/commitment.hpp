// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commitment.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// What a commitment costs and saves, and its break-evens.
report::Report commit_report(const CommitmentAnswer& answer, const AnswerContext& context);

}  // namespace breakeven::app
