// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/catalog.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// Records of prefill and decode rates, fitted to those of each replica that was measured at several shapes; they say
/// what they were fitted to, and how well. Where the shapes allow no fit, a warning says why.
std::vector<ThroughputRecord> phase_records(std::span<const ThroughputRecord> records, io::Diagnostics& warnings);

}  // namespace breakeven::app
