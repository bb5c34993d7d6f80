// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

// Adds the entries of the section that the file has, as `read` has them.
template <class Entry>
void take(Import& import, std::string_view section, const std::vector<Entry>& read, std::vector<Entry>& entries) {
  std::unordered_map<std::string_view, const Entry*> by_id;
  for (const Entry& entry : read) by_id.emplace(entry.id, &entry);
  std::unordered_set<std::string> known;
  for (const Entry& entry : entries) known.insert(entry.id);
  const Json* array = import.document().find(section);
  if (!array) return;
  const Path root;
  const Path place(root, section);
  std::size_t index = 0;
  for (const Json& element : *array) {
    const std::string id = text_at(element, "id");
    const Path path(place, index++);
    ++import.file.entry_count;
    if (!known.insert(id).second) {
      import.file.left_out.push_back({Reason::duplicate, id, path.pointer(), {}});
      continue;
    }
    entries.push_back(*by_id.at(id));
    ++import.file.imported_count;
  }
}

}  // namespace

bool is_own_catalog(const Json& document) { return text_at(document, "schema") == "breakeven.catalog"; }

void import_own_catalog(Import& import) {
  Catalog read = import.context.below();
  read.as_of = Date();
  Diagnostics found;
  if (const auto document = parse_json(import.text, found)) read_catalog_document(import.text, *document, read, found);
  import.problems.insert(import.problems.end(), found.begin(), found.end());
  if (has_errors(found)) return;
  import.catalog.as_of = std::max(import.catalog.as_of, read.as_of);
  for_each_section(
      [&](std::string_view section, auto member) { take(import, section, read.*member, import.catalog.*member); });
}

}  // namespace breakeven::io
