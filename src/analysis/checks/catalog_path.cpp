// SPDX-License-Identifier: MIT
#include "analysis/checks/catalog_path.hpp"

#include "inputs/unknown_entry.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view age = "age_days";

// A date after today is an error: its negative age would pass any upper bound.
std::variant<Json, PathFault> age_of(Date date, Date today) {
  if (date <= today) return Json((today - date).count());
  return PathFault{"its date, " + io::format_date(date) + ", is after today's, " + io::format_date(today),
                   "mend the date, or the clock: --today and SOURCE_DATE_EPOCH set it"};
}

PathKind number_kind() { return {.number = true}; }

// The kinds of value that a section's key can have.
std::variant<PathKind, PathFault> key_kind(const Json& schema, std::string_view section, std::string_view key) {
  if (key == age) return number_kind();
  return kind_at(schema, std::string(section) + ".0." + std::string(key));
}

// An id and a key of its entry.
struct EntryPath {
  std::string_view id;
  std::string_view key;
};

// An id can have dots: it ends at the first dot before a key.
std::optional<EntryPath> split_entry_path(const Json& schema, std::string_view section, std::string_view path) {
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1))
    if (std::holds_alternative<PathKind>(key_kind(schema, section, path.substr(dot + 1))))
      return EntryPath{path.substr(0, dot), path.substr(dot + 1)};
  return std::nullopt;
}

Json midpoint_of(const Json& value) {
  if (!value.is_object() || !value.contains("low")) return value;
  return (value.at("low").number() + value.at("high").number()) / 2;
}

Json entry_value(const Json& entry, std::string_view key) {
  if (const PathValue found = value_at(entry, key); found.value) return midpoint_of(*found.value);
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return {};
  // The ends of a point are the point itself.
  const PathValue point = value_at(entry, key.substr(0, dot));
  return point.value && point.value->is_number() ? *point.value : Json();
}

PathFault unknown_id(const Json& schema, std::string_view section, std::string_view path,
                     const std::vector<std::string_view>& ids) {
  const std::string_view id = split_entry_path(schema, section, path).value_or(EntryPath{path, {}}).id;
  const std::string close = io::did_you_mean(id, ids);
  return {"no catalog has '" + io::printable(id) + "' in " + std::string(section),
          close.empty() ? "breakeven catalog list " + std::string(section) + " -q prints the ids" : close};
}

template <class Entry>
std::variant<Json, PathFault> value_in(const std::vector<Entry>& entries, std::string_view section, Date today,
                                       const Json& schema, std::string_view path) {
  const std::vector<std::string_view> ids = ids_of(entries);
  // Ids have dots too: only an id that a key follows is possible.
  std::vector<std::string_view> possible;
  for (const std::string_view id : ids)
    if (const auto key = behind(path, id); key && std::holds_alternative<PathKind>(key_kind(schema, section, *key)))
      possible.push_back(id);
  const std::string_view* id = longest_step(possible, path);
  if (!id) return unknown_id(schema, section, path, ids);
  const Entry& entry = *find(entries, *id);
  const std::string_view key = *behind(path, *id);
  if (key == age) return age_of(entry.cited.as_of, today);
  return entry_value(io::write_entry(entry), key);
}

}  // namespace

std::vector<std::string_view> section_names() {
  std::vector<std::string_view> names;
  io::for_each_section([&](std::string_view name, auto) { names.push_back(name); });
  return names;
}

std::variant<PathKind, PathFault> catalog_kind_at(const Json& schema, std::string_view path) {
  if (path == age) return number_kind();
  if (path == "as_of") return kind_at(schema, path);
  const auto names = section_names();
  const std::string_view* section = longest_step(names, path);
  if (!section) {
    const std::string_view word = path.substr(0, path.find('.'));
    return PathFault{"catalogs have no '" + io::printable(word) + "'",
                     io::suggestion(word, names, "as_of and age_days are known, and sections")};
  }
  const std::string_view rest = *behind(path, *section);
  if (const auto entry = split_entry_path(schema, *section, rest)) return key_kind(schema, *section, entry->key);
  const std::size_t last = rest.rfind('.');
  if (last == std::string_view::npos) return PathFault{"it has no key", "write catalog.SECTION.ID.KEY"};
  return key_kind(schema, *section, rest.substr(last + 1));
}

std::variant<Json, PathFault> catalog_value_at(const Catalog& catalog, Date today, const Json& schema,
                                               std::string_view path) {
  if (path == age) return age_of(catalog.as_of, today);
  if (path == "as_of") return Json(io::format_date(catalog.as_of));
  std::variant<Json, PathFault> found;
  io::for_each_section([&](std::string_view name, auto member) {
    if (const auto rest = behind(path, name)) found = value_in(catalog.*member, name, today, schema, *rest);
  });
  return found;
}

}  // namespace breakeven::app
