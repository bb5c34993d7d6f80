// SPDX-License-Identifier: MIT
#pragma once

namespace breakeven {

/// Closed bounds on a number; equal if it is known exactly.
struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace breakeven
