// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/goal_seek.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The values that solve it. `question` holds what the catalog supplied.
report::Report solve_report(const Target& target, const Solved& solved, const Question& question,
                            const AnswerContext& context);

}  // namespace breakeven::app
