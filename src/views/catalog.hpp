// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// A table for each section that has entries; in detail, every key of every entry.
report::Report catalog_report(const Catalog& catalog, Date today, bool in_detail);

/// A file that is a valid catalog, with the number of entries in each section.
struct ValidatedFile {
  std::string name;
  std::vector<std::size_t> counts{};
};
report::Report validation_report(const std::vector<ValidatedFile>& files, const io::Diagnostics& problems);

/// An imported catalog as a file of its own. The document and the rows of a CSV copy its entries, which can be many:
/// make them only if a format needs them.
report::Report import_report(const Catalog& catalog, std::vector<std::string> remarks, bool has_document);

}  // namespace breakeven::app
