// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::io {

/// Which numbers a value may take, and how that is said. The outer bounds keep every product of inputs finite.
struct Domain {
  std::string_view text;
  double min = 0;
  double max = 0;
  bool min_open = false;
  bool integer = false;

  constexpr bool contains(double value) const {
    const bool high_enough = min_open ? value > min : value >= min;
    return high_enough && value <= max && (!integer || static_cast<double>(static_cast<long long>(value)) == value);
  }
};

inline constexpr double largest = 1e15;
inline constexpr double smallest = 1e-15;

inline constexpr Domain non_negative{.text = "at least 0 and at most 1e15", .min = 0, .max = largest};
inline constexpr Domain positive{.text = "above 0, from 1e-15 to 1e15", .min = smallest, .max = largest};
inline constexpr Domain ratio{.text = "from 0 to 1 (0% to 100%)", .min = 0, .max = 1};
inline constexpr Domain positive_ratio{.text = "above 0 and at most 1 (100%)", .min = smallest, .max = 1};
inline constexpr Domain at_least_one{.text = "at least 1 and at most 1e6", .min = 1, .max = 1e6};
inline constexpr Domain count{.text = "a whole number from 0 to 1e9", .min = 0, .max = 1e9, .integer = true};
inline constexpr Domain positive_count{.text = "a whole number from 1 to 1e9", .min = 1, .max = 1e9, .integer = true};
inline constexpr Domain month_hours{.text = "above 0 h and at most 744 h", .min = smallest, .max = 744};

}  // namespace breakeven::io
