// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace breakeven::report {

/// Rows from 0 to count - 1 near those wanted, in the same order and no two alike. Domain: `wanted` ascends, and is not
/// longer than `count`.
std::vector<int> spread(const std::vector<int>& wanted, int count);

}  // namespace breakeven::report
