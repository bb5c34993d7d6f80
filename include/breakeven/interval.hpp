// SPDX-License-Identifier: MIT
#pragma once

namespace breakeven {

/// What a number lies between, both ends included; one value if they are equal.
struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace breakeven
