// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::app {

/// The keys whose values identify the elements of a list.
using Identity = std::vector<std::string>;

/// A value with the same name in two documents; null if a document has none, or has null.
struct MatchedEntry {
  std::string name{};
  const Json* before = nullptr;
  const Json* after = nullptr;
  const Identity* identity = nullptr;  // the keys that name an element; null if its index does

  bool is_named_by(std::string_view key) const;
};

/// Whether the value is a list of objects, such as a section of a catalog or the rows of an answer.
bool is_list_of_entries(const Json* value);

/// Matches the parts of two documents, wherever they are: an entry by its id, a row of a sweep by the inputs that it
/// varies. The documents must outlive it.
class Naming {
 public:
  Naming(const Json& before, const Json& after);

  /// The members of two objects, or the elements of two lists: in the order of the first, then those only in the
  /// second. Keys that never count as changes are left out.
  std::vector<MatchedEntry> pairs(const Json* before, const Json* after) const;

 private:
  const Identity* identity_of(const Json* before, const Json* after) const;

  std::vector<Identity> identities_;
};

}  // namespace breakeven::app
