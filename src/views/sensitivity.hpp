// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/sensitivity.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// How each input moves the saving of self-hosting, in rows and in bars. `swing` is how far inputs without a range
/// moved.
report::Report sensitivity_report(const std::vector<Sensitivity>& rows, double saving, double swing,
                                  const AnswerContext& context);

}  // namespace breakeven::app
