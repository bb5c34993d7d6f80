// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

/// The files of data/ compiled into the program.
namespace breakeven::embedded {

/// data/catalog.json, packed by catalog/pack.hpp.
std::string_view packed_catalog();

/// data/diagnostics.json, unchanged.
std::string_view diagnostics();

/// The JSON Schema of a file or result by its name in `breakeven schema`; empty for an unknown name.
std::string_view schema(std::string_view name);
std::span<const std::string_view> schema_names();

}  // namespace breakeven::embedded
