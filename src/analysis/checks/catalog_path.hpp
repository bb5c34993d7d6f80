// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/document_path.hpp"
#include "breakeven/catalog.hpp"

namespace breakeven::app {

/// The sections of a catalog, in order.
std::vector<std::string_view> section_names();

/// A path into a catalog: `as_of`, `age_days`, or `SECTION.ID.KEY`, where KEY may be `age_days` too. A price that is a
/// range means its midpoint, and has `.low` and `.high`, as one that is a point has.

/// What the figure can be. `schema` is that of a catalog.
std::variant<PathKind, PathFault> catalog_kind_at(const Json& schema, std::string_view path);

/// The figure on that day; null if the entry leaves it out. A fault where no entry has the id, or its date is to
/// come.
std::variant<Json, PathFault> catalog_value_at(const Catalog& catalog, Date today, const Json& schema,
                                               std::string_view path);

}  // namespace breakeven::app
