// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "io/json/document.hpp"

namespace breakeven::io {

/// The keys that every document begins with.
inline constexpr std::array<std::string_view, 2> header_keys{"schema", "schema_version"};
inline constexpr std::string_view schema_version = "1.0";

/// Whether the document says that it is a `schema` document of a version that can be read; else reports it.
bool check_header(const Text& text, const Json& document, std::string_view schema, Diagnostics& problems);

}  // namespace breakeven::io
