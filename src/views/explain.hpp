// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/explain.hpp"
#include "io/diagnostics/codes.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The formula, a row for each of its symbols, and the value last.
report::Report explain_report(const Explanation& explanation, const AnswerContext& context);

/// What a diagnostic means, with an example and the fix.
report::Report explain_report(const io::DiagnosticCode& code);

}  // namespace breakeven::app
