// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// catalog import: the files of other programs as one catalog.
report::Report import_catalog(Session& session, const std::vector<std::string>& files);

}  // namespace breakeven::app
