// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// The trace of these bins, in any order; bins with the same start are added up. Absent, with a diagnostic, if the bins
/// do not fit one width.
std::optional<Trace> histogram_trace(std::vector<HistogramRow> bins, Diagnostics& problems);

}  // namespace breakeven::io
