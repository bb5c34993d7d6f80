// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace breakeven::io {

/// JSON text in which NaN, Infinity and -Infinity, as Python writes them, are strings of the same length: all other
/// text stays as it is, and where it is.
std::string with_quoted_non_finites(std::string text);

}  // namespace breakeven::io
