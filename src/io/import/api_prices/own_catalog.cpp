// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

// Adds the entries of a section that are in the file, as read into `read`.
template <class Entry>
void take(ImportRun& run, std::string_view section, const std::vector<Entry>& read, std::vector<Entry>& entries) {
  std::unordered_map<std::string_view, const Entry*> by_id;
  for (const Entry& entry : read) by_id.emplace(entry.id, &entry);
  std::unordered_set<std::string> known;
  for (const Entry& entry : entries) known.insert(entry.id);
  const Json* array = run.document().find(section);
  if (!array) return;
  const Path root;
  const Path place(root, section);
  std::size_t index = 0;
  for (const Json& element : *array) {
    const std::string id = text_at(element, "id");
    const Path path(place, index++);
    ++run.file.entry_count;
    if (!known.insert(id).second) {
      run.file.left_out.push_back({Reason::duplicate, id, path.pointer(), {}});
      continue;
    }
    entries.push_back(*by_id.at(id));
    ++run.file.imported_count;
  }
}

}  // namespace

bool is_own_catalog(const Json& document) { return text_at(document, "schema") == "breakeven.catalog"; }

void import_own_catalog(ImportRun& run) {
  Catalog read = run.context.below();
  read.as_of = Date();
  Diagnostics found;
  if (const auto document = parse_json(run.text, found)) read_catalog_document(run.text, *document, read, found);
  run.problems.insert(run.problems.end(), found.begin(), found.end());
  if (has_errors(found)) return;
  run.catalog.as_of = std::max(run.catalog.as_of, read.as_of);
  for_each_section(
      [&](std::string_view section, auto member) { take(run, section, read.*member, run.catalog.*member); });
}

}  // namespace breakeven::io
