// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// A table for each section that has entries.
std::vector<report::Block> catalog_blocks(const Catalog& catalog, Date today);

/// Every key of every entry, with its citation.
std::vector<report::Block> entry_blocks(const Catalog& catalog, Date today);

}  // namespace breakeven::app
