// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

/// The files of data/ that are compiled into the program.
namespace breakeven::embedded {

/// data/catalog.json as catalog_pack.hpp packs it.
std::string_view packed_catalog();

/// data/diagnostics.json as it stands.
std::string_view diagnostics();

/// The JSON Schema of a file or a result, by the name that `breakeven schema` takes; empty for an unknown name.
std::string_view schema(std::string_view name);
std::span<const std::string_view> schema_names();

}  // namespace breakeven::embedded
