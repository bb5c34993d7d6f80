// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace breakeven::report {

/// Distinct rows from 0 to count - 1, near the wanted ones and in the same order. Domain: `wanted` ascends, and is not
/// longer than `count`.
std::vector<int> spread(const std::vector<int>& wanted, int count);

}  // namespace breakeven::report
