// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "io/catalog/terms.hpp"
#include "io/json/document.hpp"

namespace breakeven::io {

/// Reads one catalog file onto `catalog`: an entry with a known id replaces it. Everything that is wrong with the file
/// is reported; references are resolved against the layers below and the file itself. `catalog` is unspecified after an
/// error.
void read_catalog(const Text& text, Catalog& catalog, Diagnostics& problems);

/// The same of a document that was read from `text`, whose header may be another's.
void read_catalog_document(const Text& text, const Json& document, Catalog& catalog, Diagnostics& problems);

/// The catalog document; read_catalog of it gives an equal catalog.
Json write_catalog(const Catalog& catalog);
/// Its text, indented by two spaces: a document of a hundred thousand entries takes many times the memory.
std::string catalog_text(const Catalog& catalog);

/// One entry as it stands in a catalog document.
Json write_entry(const Gpu& entry);
Json write_entry(const GpuOffer& entry);
Json write_entry(const ApiOffer& entry);
Json write_entry(const Model& entry);
Json write_entry(const ThroughputRecord& entry);

}  // namespace breakeven::io
