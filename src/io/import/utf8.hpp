// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace breakeven::io {

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

}  // namespace breakeven::io
