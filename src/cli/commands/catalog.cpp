// SPDX-License-Identifier: MIT
#include "io/catalog/catalog.hpp"

#include <algorithm>

#include "analysis/checks/catalog_path.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/catalog_filter.hpp"
#include "inputs/unknown_entry.hpp"
#include "io/catalog/fields.hpp"
#include "io/files.hpp"
#include "views/catalog.hpp"

namespace breakeven::app {
namespace {

// The entries that pass the filter, in the given sections or in all.
Catalog filtered(const Catalog& catalog, const Filter& filter, const std::vector<std::string>& sections) {
  Catalog shown;
  shown.as_of = catalog.as_of;
  io::for_each_section([&](std::string_view key, auto member) {
    if (!sections.empty() && std::find(sections.begin(), sections.end(), key) == sections.end()) return;
    for (const auto& entry : catalog.*member)
      if (filter.admits(entry)) (shown.*member).push_back(entry);
  });
  return shown;
}

}  // namespace

report::Report run_catalog_list(Session& session) {
  const auto& words = session.arguments().positionals;
  const auto names = section_names();
  for (const std::string& word : words)
    if (std::find(names.begin(), names.end(), word) == names.end())
      session.problems().push_back({.code = "BE-U006",
                                    .message = "the catalog has no section '" + io::printable(word) + "'",
                                    .location = io::Location{.argument = word},
                                    .help = io::suggestion(word, names, "sections")});
  const Catalog& catalog = session.catalog();
  const Filter filter = read_filter(filter_words(session.arguments()), catalog, session.problems());
  if (io::has_errors(session.problems())) return {};
  return catalog_report(filtered(catalog, filter, words), session.today(), false);
}

report::Report run_catalog_show(Session& session) {
  const auto& words = session.arguments().positionals;
  const Catalog& catalog = session.catalog();
  if (words.empty())
    session.problems().push_back({.code = "BE-U005",
                                  .message = "catalog show needs the id of an entry",
                                  .help = "breakeven catalog list -q prints all ids"});
  Catalog found;
  found.as_of = catalog.as_of;
  for (const std::string& id : words) {
    bool known = false;
    std::vector<std::string_view> ids;
    io::for_each_section([&](std::string_view, auto member) {
      for (const std::string_view known_id : ids_of(catalog.*member)) ids.push_back(known_id);
      const auto* entry = find(catalog.*member, id);
      if (entry) (found.*member).push_back(*entry);
      known = known || entry;
    });
    if (known) continue;
    session.problems().push_back(unknown_entry("id", id, ids));
    session.problems().back().location = io::Location{.argument = id};
  }
  if (io::has_errors(session.problems())) return {};
  return catalog_report(found, session.today(), true);
}

// Validates each file alone on top of the layers below, and shows the problems of all.
report::Report run_catalog_validate(Session& session) {
  const auto& words = session.arguments().positionals;
  if (words.empty())
    session.problems().push_back({.code = "BE-U005",
                                  .message = "catalog validate needs a file",
                                  .help = "breakeven catalog validate prices.json"});
  std::vector<ValidatedFile> valid;
  for (const std::string& path : words) {
    Catalog layered = session.catalog();
    const auto text = session.read(path);
    if (!text) continue;
    io::read_catalog(*text, layered, session.problems());
    io::Diagnostics known;
    const auto document = io::parse_json(*text, known);
    if (!document || io::has_errors(session.problems())) continue;
    ValidatedFile& file = valid.emplace_back(ValidatedFile{.name = text->name});
    for (const std::string_view section : section_names()) {
      const Json* entries = document->find(section);
      file.counts.push_back(entries ? entries->size() : 0);
    }
  }
  return validation_report(valid, session.problems());
}

}  // namespace breakeven::app
