// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::io {

inline constexpr double largest = 1e15;
inline constexpr double smallest = 1e-15;

/// The numbers that a value may take, and their description. The bounds keep every product and quotient of inputs
/// finite.
struct Domain {
  std::string_view text;
  double min = 0;
  double max = 0;
  double least_magnitude = smallest;  // of nonzero values
  bool integer = false;

  constexpr bool contains(double value) const {
    const double magnitude = value < 0 ? -value : value;
    const bool in_bounds = value >= min && value <= max && (value == 0 || magnitude >= least_magnitude);
    return in_bounds && (!integer || static_cast<double>(static_cast<long long>(value)) == value);
  }
};

inline constexpr Domain non_negative{.text = "at least 0 and at most 1e15", .min = 0, .max = largest};
inline constexpr Domain positive{.text = "above 0, from 1e-15 to 1e15", .min = smallest, .max = largest};
inline constexpr Domain ratio{.text = "from 0 to 1 (0% to 100%)", .min = 0, .max = 1};
inline constexpr Domain positive_ratio{.text = "above 0 and at most 1 (100%)", .min = smallest, .max = 1};
inline constexpr Domain at_least_one{.text = "at least 1 and at most 1e6", .min = 1, .max = 1e6};
inline constexpr Domain count{.text = "a whole number from 0 to 1e9", .min = 0, .max = 1e9, .integer = true};
inline constexpr Domain positive_count{.text = "a whole number from 1 to 1e9", .min = 1, .max = 1e9, .integer = true};
inline constexpr Domain month_hours_or_none{.text = "from 0 h to 744 h", .min = 0, .max = 744};
inline constexpr Domain month_hours{.text = "above 0 h and at most 744 h", .min = smallest, .max = 744};
inline constexpr Domain month_seconds_or_none{.text = "from 0 s to 744 h", .min = 0, .max = 2'678'400};
inline constexpr Domain month_seconds{.text = "above 0 s and at most 744 h", .min = smallest, .max = 2'678'400};
inline constexpr Domain worker_count{.text = "a whole number from 0 to 1e6", .min = 0, .max = 1e6, .integer = true};

/// Seconds per squared token: far smaller than any other input.
inline constexpr Domain context_cost{.text = "from 0 to 1", .min = 0, .max = 1, .least_magnitude = 1e-30};

}  // namespace breakeven::io
