// SPDX-License-Identifier: MIT
#include "analysis/diff/matched_entries.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// The keys that are not compared; everything else is. A row's rank follows from the costs of all rows.
constexpr std::array<std::string_view, 12> passed_over{"schema",   "schema_version", "tool",  "currency",
                                                       "as_of",    "warnings",       "cited", "price_as_of",
                                                       "location", "diagnostics",    "rank",  "aliases"};

struct Member {
  std::string name;
  const Json* value;
};
using Members = std::vector<Member>;

std::string word_of(const std::string& key, const Json& value) {
  if (value.is_string()) return value.string();
  return key + "=" + (value.is_number() ? text::plain(value.number()) : value.dump());
}

std::optional<std::string> name_of(const Json& element, const Identity& identity) {
  if (!element.is_object()) return std::nullopt;
  std::string name;
  for (const std::string& key : identity) {
    const auto value = element.find(key);
    if (!value || value->is_array()) return std::nullopt;
    if (value->is_object())
      name += value->empty() ? "" : " " + value->dump();
    else if (!value->is_null())
      name += (name.empty() ? "" : " ") + word_of(key, *value);
  }
  return name.empty() ? std::nullopt : std::optional(name);
}

bool tells_apart(const Identity& identity, const Json* list) {
  if (!list || !list->is_array()) return true;
  std::unordered_set<std::string> names;
  return std::all_of(list->begin(), list->end(), [&](const Json& element) {
    const auto name = name_of(element, identity);
    return name && names.insert(*name).second;
  });
}

Members members_of(const Json* value, const Identity* identity) {
  Members members;
  if (value && value->is_object())
    for (const auto& [key, member] : value->members())
      if (std::find(passed_over.begin(), passed_over.end(), key) == passed_over.end())
        members.push_back({key, &member});
  if (value && value->is_array())
    for (const Json& element : *value)
      members.push_back({identity ? *name_of(element, *identity) : std::to_string(members.size()), &element});
  for (Member& member : members)
    if (member.value->is_null()) member.value = nullptr;
  return members;
}

}  // namespace

bool MatchedEntry::is_named_by(std::string_view key) const {
  return identity && std::find(identity->begin(), identity->end(), key) != identity->end();
}

bool is_list_of_entries(const Json* value) {
  return value && value->is_array() && !value->empty() &&
         std::all_of(value->begin(), value->end(), [](const Json& element) { return element.is_object(); });
}

Naming::Naming(const Json& before, const Json& after)
    : identities_{{"id"},
                  {"id", "throughput_record"},
                  {"name"},
                  {"name", "metric", "operator"},
                  {"name", "metric", "operator", "point"},
                  {"component"},
                  {"service_tier"},
                  {"key"},
                  {"month"}} {
  for (const Json* document : {&before, &after}) {
    Identity varied;
    const auto vary = document->find("vary");
    if (!vary || !vary->is_array()) continue;
    for (const Json& variation : *vary)
      if (const Json* key = variation.find("key"); key && key->is_string()) varied.push_back(key->string());
    if (!varied.empty()) identities_.push_back(std::move(varied));
  }
}

const Identity* Naming::identity_of(const Json* before, const Json* after) const {
  for (const Identity& identity : identities_)
    if (tells_apart(identity, before) && tells_apart(identity, after)) return &identity;
  return nullptr;
}

std::vector<MatchedEntry> Naming::pairs(const Json* before, const Json* after) const {
  const bool are_lists = (before && before->is_array()) || (after && after->is_array());
  const Identity* identity = are_lists ? identity_of(before, after) : nullptr;
  std::vector<MatchedEntry> pairs;
  std::unordered_map<std::string, std::size_t> places;
  for (Member& member : members_of(before, identity)) {
    places.emplace(member.name, pairs.size());
    pairs.push_back({.name = std::move(member.name), .before = member.value, .identity = identity});
  }
  for (Member& member : members_of(after, identity)) {
    const auto known = places.find(member.name);
    if (known == places.end())
      pairs.push_back({.name = std::move(member.name), .after = member.value, .identity = identity});
    else
      pairs[known->second].after = member.value;
  }
  return pairs;
}

}  // namespace breakeven::app
