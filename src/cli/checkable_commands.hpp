// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/check_file.hpp"
#include "cli/session.hpp"

namespace breakeven::app {

/// The commands that a check can ask; their answers are this session's, which must outlive them.
std::vector<CheckableCommand> checkable_commands(Session& session);

}  // namespace breakeven::app
