// SPDX-License-Identifier: MIT
#include "io/catalog/catalog.hpp"
#include "io/import/import.hpp"

namespace breakeven::io {

void read_catalog(const Text& text, Catalog& catalog, Diagnostics& problems) {
  Diagnostics found;
  const auto document = parse_json(text, found);
  if (const ImportFormat* format = document ? foreign_format(*document) : nullptr)
    found.push_back({.code = "BE-S009",
                     .message = "this is a file of " + std::string(format->name) + ", and no catalog yet",
                     .location = locate(text, ""),
                     .help = "breakeven catalog import FILE -o prices.json makes one of it"});
  else if (document)
    read_catalog_document(text, *document, catalog, found);
  problems.insert(problems.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace breakeven::io
