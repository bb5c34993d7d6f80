// SPDX-License-Identifier: MIT
#pragma once

namespace breakeven {

/// What a number lies between, both ends included; one value where they are equal.
struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace breakeven
