// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// The trace of these bins, in any order; several of one start are added up. Absent, and a diagnostic, where their
/// widths or their starts do not make bins of one width.
std::optional<Trace> histogram_trace(std::vector<HistogramRow> bins, Diagnostics& problems);

}  // namespace breakeven::io
