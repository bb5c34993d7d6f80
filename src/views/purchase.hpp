// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/purchase.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// What a GPU costs its owner, and its alternatives.
report::Report buy_report(const Purchase& purchase, const Question& question, const AnswerContext& context);

}  // namespace breakeven::app
