// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/diff/sides.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// What the command's two arguments name; else problems.
std::optional<Sides> read_sides(Session& session);

}  // namespace breakeven::app
