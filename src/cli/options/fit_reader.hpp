// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/fit.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

/// Reads the options and looks up what they name; absent, with problems, if something is wrong or missing.
std::optional<FitQuestion> read_fit_question(Session& session, const InputSet& inputs, Settings& settings);

}  // namespace breakeven::app
