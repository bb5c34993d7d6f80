// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

inline constexpr std::size_t phases = 3;
/// What a request costs by phase: per input token, per output token, and per output token and token of context.
using PhaseCosts = std::array<double, phases>;

/// How much of each a request of `shape` has.
PhaseCosts work_of(const RequestShape& shape);

/// Seconds that a replica at full load spent on one request of the record.
double measured_seconds(const ThroughputRecord& record);

/// By how much each of `costs` is to be stretched to meet the records: Σ (fitted/measured − 1)² + 0.03·Σ (stretch_i −
/// stretch_j)² is least, and no stretch is below a twentieth. Domain: at least one record, costs that meet them
/// roughly.
PhaseCosts stretches_of(const PhaseCosts& costs, const std::vector<const ThroughputRecord*>& records);

}  // namespace breakeven
