// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

namespace breakeven::app {

/// The names of all schemas.
report::Report schemas_report();

/// One schema, or an example of its document.
report::Report schema_report(Json document);

}  // namespace breakeven::app
