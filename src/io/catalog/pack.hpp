// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// A catalog as bytes that load without parsing, so the built-in catalog costs no start-up time. Only the program built
/// with the bytes can read them: they have no version or byte order.
std::string pack(const Catalog& catalog);

/// Domain: the result of pack(). Throws std::out_of_range if it is shorter.
Catalog unpack(std::string_view packed);

}  // namespace breakeven::io
