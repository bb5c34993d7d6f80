// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::app {

/// A path names a value in a document: keys and array indices, separated by dots. A key can itself have dots: the
/// longest key that fits counts.

/// `path` without its first step `name` and the dot after it; absent if it does not begin with that step.
std::optional<std::string_view> behind(std::string_view path, std::string_view name);

/// The longest of `names` that is the first step of `path`; null if none is.
template <class Names>
const typename Names::value_type* longest_step(const Names& names, std::string_view path) {
  const typename Names::value_type* longest = nullptr;
  for (const auto& name : names)
    if (behind(path, name) && (!longest || name.size() > longest->size())) longest = &name;
  return longest;
}

/// The kinds of value that a path can have.
struct PathKind {
  bool number = false;
  bool text = false;
  bool boolean = false;
  bool null = false;                // or absent
  std::optional<double> minimum{};  // of a number, if it has one
  std::optional<double> maximum{};
  std::vector<std::string> words{};  // the only texts allowed; empty if any text is
};

/// Why a path is not in the documents of a schema.
struct PathFault {
  std::string message;  // "there is no 'x'"
  std::string help;
};

/// What the JSON Schema allows at `path`, which must be a number, a text or a boolean.
std::variant<PathKind, PathFault> kind_at(const Json& schema, std::string_view path);

/// The value at a path of one document, and its status there.
struct PathValue {
  const Json* value = nullptr;  // null if the document has none
  std::string status{};         // of the nearest object around it that has one
  std::string reason{};
};
PathValue value_at(const Json& document, std::string_view path);

}  // namespace breakeven::app
