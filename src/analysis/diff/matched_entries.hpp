// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::app {

/// The keys whose values tell the elements of a list apart.
using Identity = std::vector<std::string>;

/// A value of one name in two documents; null if one has none, which null itself is too.
struct MatchedEntry {
  std::string name{};
  const Json* before = nullptr;
  const Json* after = nullptr;
  const Identity* identity = nullptr;  // by which an element is named; null if it is named by its place

  bool is_named_by(std::string_view key) const;
};

/// Whether the value is a list of objects, such as a section of a catalog or the rows of an answer.
bool is_list_of_entries(const Json* value);

/// Finds what is the same in two documents, wherever it stands: an entry by its id, a row of a sweep by the inputs that
/// it varies. The documents must outlive it.
class Naming {
 public:
  Naming(const Json& before, const Json& after);

  /// The members of two objects, or the elements of two lists, in the order of the first; those that it lacks last.
  /// What never counts as a change is left out.
  std::vector<MatchedEntry> pairs(const Json* before, const Json* after) const;

 private:
  const Identity* identity_of(const Json* before, const Json* after) const;

  std::vector<Identity> identities_;
};

}  // namespace breakeven::app
