// SPDX-License-Identifier: MIT
#pragma once

#include "cli/fitting.hpp"
#include "cli/settings.hpp"

namespace breakeven::cli {

/// Reads the options and looks up what they name; absent, and problems, where something is wrong or missing.
std::optional<FitQuestion> read_fit_question(Session& session, const InputSet& inputs, Settings& settings);

}  // namespace breakeven::cli
