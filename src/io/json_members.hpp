// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "io/json.hpp"

namespace breakeven::io {

/// The members of an object as the vector that they are, with room for so many: ordered_map would search for each new
/// key.
inline Json::object_t::Container& members_of(Json& object, std::size_t room = 0) {
  auto& members = static_cast<Json::object_t::Container&>(object.get_ref<Json::object_t&>());
  members.reserve(room);
  return members;
}

/// Appends a member whose key is known to be new. Keys are constant, so that a vector that grows by itself copies its
/// members, with all that they hold; here they move.
inline Json& append_member(Json::object_t::Container& members, std::string key, Json value = {}) {
  constexpr std::size_t fewest = 8;
  if (members.size() == members.capacity()) {
    Json::object_t::Container larger;
    larger.reserve(std::max(fewest, 2 * members.size()));
    for (auto& [known, held] : members) larger.emplace_back(known, std::move(held));
    members.swap(larger);
  }
  return members.emplace_back(std::move(key), std::move(value)).second;
}

}  // namespace breakeven::io
