// SPDX-License-Identifier: MIT
#include "io/json/header.hpp"

namespace breakeven::io {

bool check_header(const Text& text, const Json& document, std::string_view schema, Diagnostics& problems) {
  const std::size_t before = problems.size();
  const Path root;
  ObjectReader reader(text, document, root, problems);
  const auto found = reader.string("schema", true);
  if (found && *found != schema)
    reader.problem("BE-S009", "schema",
                   "this is a \"" + printable(*found) + "\" document, expected \"" + std::string(schema) + "\"",
                   *found == "breakeven.catalog"
                       ? "--catalog lays it over the built-in catalog; breakeven catalog validate reads it"
                       : "");
  const auto version = reader.string("schema_version", true);
  if (version && version->substr(0, version->find('.')) != schema_version.substr(0, schema_version.find('.')))
    reader.problem("BE-S009", "schema_version", "version " + printable(*version) + " cannot be read by this program",
                   "write \"" + std::string(schema_version) + "\"");
  return problems.size() == before;
}

}  // namespace breakeven::io
