// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "io/json/document.hpp"

namespace breakeven::io {

/// The number that `decimal` writes, times 10^exponent, rounded once: 1.25e-05 and 6 are 12.5. Nothing if it is no
/// JSON number or too large.
std::optional<double> shifted(std::string_view decimal, int exponent);

/// The same of a number, as the shortest decimal that reads back as it, or of a string that holds one.
std::optional<double> shifted_value(const Json& value, int exponent);

/// The number that the value writes divided by `divisor`, positive and at most 10^17, rounded once: a third of 0.3 is
/// 0.1, where the division of doubles has 0.09999999999999999. Nothing if it is no JSON number or is negative.
std::optional<double> quotient(const Json& value, std::int64_t divisor);

/// The number with four digits, for people.
std::string rounded(double number);

}  // namespace breakeven::io
