// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cli/diff_sides.hpp"
#include "cli/session.hpp"

namespace breakeven::cli {

/// What the command's two arguments name; else problems.
std::optional<Sides> read_sides(Session& session);

}  // namespace breakeven::cli
