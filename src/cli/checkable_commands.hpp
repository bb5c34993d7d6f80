// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/check_file.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// The commands that a check can ask. Their answers use this session, which must outlive them.
std::vector<CheckableCommand> checkable_commands(Session& session);

}  // namespace breakeven::app
