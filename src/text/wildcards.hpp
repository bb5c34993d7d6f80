// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::text {

/// Whether the text holds the pattern, in which * matches anything and | separates alternatives; ASCII letters
/// match in either case. Own code, as a regular expression can take time or memory without bound.
bool has_match(std::string_view text, std::string_view pattern);

}  // namespace breakeven::text
