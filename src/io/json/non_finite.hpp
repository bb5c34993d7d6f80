// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace breakeven::io {

/// JSON text with Python's NaN, Infinity and -Infinity replaced by strings of the same length, so no other text moves.
std::string with_quoted_non_finites(std::string text);

}  // namespace breakeven::io
