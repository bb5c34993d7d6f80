// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/diff/sides.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// What the command's two arguments name; absent, with problems, if they cannot be read.
std::optional<Sides> read_sides(Session& session);

}  // namespace breakeven::app
