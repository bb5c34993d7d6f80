// SPDX-License-Identifier: MIT
#pragma once

#include "cli/chances.hpp"
#include "cli/session.hpp"

namespace breakeven::cli {

/// What --monte-carlo, --seed and --distribution ask; nothing and problems where they cannot be read.
std::optional<ChanceOptions> chance_options(Session& session);

}  // namespace breakeven::cli
