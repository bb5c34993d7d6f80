// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// A catalog as bytes that load without parsing, so the built-in one costs no start-up time. The bytes are read
/// only by the program that they were built with: they have no version and no byte order of their own.
std::string pack(const Catalog& catalog);

/// Domain: the result of pack(). Throws std::out_of_range on anything shorter.
Catalog unpack(std::string_view packed);

}  // namespace breakeven::io
