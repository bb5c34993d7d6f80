// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

namespace breakeven::app {

/// Reports the options, and the inputs of --set, that have no effect on the command.
void refuse_idle_options(Session& session);

}  // namespace breakeven::app
