// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::app {

/// The documents that have a JSON Schema: answers and files.
std::vector<std::string_view> schema_names();
/// The same in one line: "catalog, scenario".
std::string schema_list();

/// The JSON Schema (draft 2020-12) of a document; its inputs come from the input table.
Json schema(std::string_view name);

}  // namespace breakeven::app
