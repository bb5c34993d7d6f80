// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::cli {

report::Report run_compare(Session& session);

}  // namespace breakeven::cli
