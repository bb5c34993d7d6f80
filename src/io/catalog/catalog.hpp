// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "io/catalog/terms.hpp"
#include "io/json/document.hpp"

namespace breakeven::io {

/// Reads a catalog file into `catalog`; an entry with a known id replaces the old one. Reports every problem in the
/// file. References are resolved against the layers below and the file itself. After an error, `catalog` is
/// unspecified.
void read_catalog(const Text& text, Catalog& catalog, Diagnostics& problems);

/// The same for a document that was read from `text`; its header may be of another kind.
void read_catalog_document(const Text& text, const Json& document, Catalog& catalog, Diagnostics& problems);

/// The catalog document; read_catalog turns it back into an equal catalog.
Json write_catalog(const Catalog& catalog);
/// The document as text, indented by two spaces. Building a document of a hundred thousand entries would take many
/// times the memory.
std::string catalog_text(const Catalog& catalog);

/// One entry as it appears in a catalog document.
Json write_entry(const Gpu& entry);
Json write_entry(const GpuOffer& entry);
Json write_entry(const ApiOffer& entry);
Json write_entry(const Model& entry);
Json write_entry(const ThroughputRecord& entry);

}  // namespace breakeven::io
