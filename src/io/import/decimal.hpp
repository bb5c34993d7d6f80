// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "io/json.hpp"

namespace breakeven::io {

/// The number that `decimal` writes, times 10^exponent, rounded once: 1.25e-05 and 6 are 12.5. Nothing where it is no
/// JSON number or too large.
std::optional<double> shifted(std::string_view decimal, int exponent);

/// The same of a number, as the shortest decimal that reads back as it, or of a string that holds one.
std::optional<double> shifted_value(const Json& value, int exponent);

}  // namespace breakeven::io
