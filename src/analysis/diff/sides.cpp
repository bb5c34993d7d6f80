// SPDX-License-Identifier: MIT
#include "analysis/diff/sides.hpp"

#include <map>

#include "io/catalog/fields.hpp"
#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

// A verdict of an answer, or the status of a check.
bool is_verdict(const Change& change) {
  return change.key == "verdict" || change.key.ends_with(".verdict") || change.key.ends_with("_verdict") ||
         (change.section == "checks" && change.key == "status");
}

// The cheapest way of a ranking.
std::string first_of(const DiffSide& side) {
  const Json* rows = side.schema == "breakeven.rank" ? side.document.find("rows") : nullptr;
  const std::string id = rows && rows->is_array() && !rows->empty() ? text_at(rows->front(), "id") : "";
  return id.empty() ? "none" : id;
}

}  // namespace

std::vector<VerdictFlip> flips_of(const Sides& sides, const std::vector<Change>& changes) {
  std::vector<VerdictFlip> flipped;
  if (first_of(sides.before) != first_of(sides.after))
    flipped.push_back({.scenario = "rank", .before = first_of(sides.before), .after = first_of(sides.after)});
  for (const Change& change : changes)
    if (change.kind == ChangeKind::changed && is_verdict(change) && change.before.is_string() &&
        change.after.is_string())
      flipped.push_back({.scenario = change.id, .before = change.before.string(), .after = change.after.string()});
  return flipped;
}

std::size_t recited_count(const Catalog& before, const Catalog& after, const std::vector<Change>& changes) {
  std::size_t count = 0;
  io::for_each_section([&](std::string_view section, auto member) {
    std::map<std::string_view, const Citation*> cited;
    for (const auto& entry : before.*member) cited.emplace(entry.id, &entry.cited);
    for (const Change& change : changes)
      if (change.section == section) cited.erase(change.id);
    for (const auto& entry : after.*member)
      if (const auto known = cited.find(entry.id); known != cited.end()) count += *known->second == entry.cited ? 0 : 1;
  });
  return count;
}

}  // namespace breakeven::app
