// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/catalog.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// Records with prefill and decode rates, fitted to the records of each replica measured at several shapes. Their notes
/// say what they were fitted to, and how well. If the shapes allow no fit, a warning says why.
std::vector<ThroughputRecord> phase_records(std::span<const ThroughputRecord> records, io::Diagnostics& warnings);

}  // namespace breakeven::app
