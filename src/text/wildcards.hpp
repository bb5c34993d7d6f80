// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::text {

/// Whether the text contains the pattern, in which * matches anything and | separates alternatives; ASCII letters match
/// in either case. Own code, because a regular expression can take unbounded time or memory.
bool has_match(std::string_view text, std::string_view pattern);

}  // namespace breakeven::text
