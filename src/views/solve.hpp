// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/goal_seek.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The values that answer it. `supplied` says what the catalog gave the question.
report::Report solve_report(const Target& target, const Solved& solved, const std::vector<std::string>& supplied,
                            const AnswerContext& context);

}  // namespace breakeven::app
