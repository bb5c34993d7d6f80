// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "io/json/document.hpp"

namespace breakeven::io {

/// The first keys of every document.
inline constexpr std::array<std::string_view, 2> header_keys{"schema", "schema_version"};
inline constexpr std::string_view schema_version = "1.0";

/// Whether the document is a `schema` document of a readable version; if not, reports it.
bool check_header(const Text& text, const Json& document, std::string_view schema, Diagnostics& problems);

}  // namespace breakeven::io
