// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/document_path.hpp"
#include "breakeven/catalog.hpp"

namespace breakeven::app {

/// The sections of a catalog, in order.
std::vector<std::string_view> section_names();

/// A path into a catalog: `as_of`, `age_days`, or `SECTION.ID.KEY`, where KEY can also be `age_days`. A price range
/// counts as its midpoint; `.low` and `.high` exist for ranges and points.

/// The kinds of value at the path. `schema` is that of a catalog.
std::variant<PathKind, PathFault> catalog_kind_at(const Json& schema, std::string_view path);

/// The figure on that day; null if the entry leaves it out. A fault if no entry has the id, or its date is in the
/// future.
std::variant<Json, PathFault> catalog_value_at(const Catalog& catalog, Date today, const Json& schema,
                                               std::string_view path);

}  // namespace breakeven::app
