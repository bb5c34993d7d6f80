// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "io/json/document.hpp"

namespace breakeven::io {

/// The number in `decimal` times 10^exponent, rounded once: 1.25e-05 with exponent 6 is 12.5. Absent if it is not a
/// JSON number or is too large.
std::optional<double> shifted(std::string_view decimal, int exponent);

/// The same for a number, taken as the shortest decimal that reads back as it, or for a string that holds one.
std::optional<double> shifted_value(const Json& value, int exponent);

/// The number in `value` divided by `divisor`, which is positive and at most 10^17, rounded once: 0.3 divided by 3 is
/// 0.1, where doubles give 0.09999999999999999. Absent if it is not a JSON number or is negative.
std::optional<double> quotient(const Json& value, std::int64_t divisor);

/// The number with four digits, for display.
std::string rounded(double number);

}  // namespace breakeven::io
