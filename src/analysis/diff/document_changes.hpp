// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::app {

enum class ChangeKind { changed, added, removed };
std::string_view name(ChangeKind kind);

/// A value that is not the same before and after.
struct Change {
  std::string section{};  // of a catalog, or the array of an answer; empty for what stands in no array
  std::string id{};       // of the entry; for what stands in no array, the name of the document
  std::string key{};      // dotted path in the entry
  Json before{};          // null if there is no such value
  Json after{};
  ChangeKind kind = ChangeKind::changed;  // added and removed are of the entry as a whole

  bool is_of_same_entry(const Change& other) const;
};

/// Every value in which two documents of one schema differ: changed numbers first, the one that changed most in front,
/// then entries added and removed, then everything else. An update always moves dates and sources, so these do not
/// count; neither do warnings, places in files, and where an input came from.
std::vector<Change> changes_between(const Json& before, const Json& after);

/// The number that a value is, if it is one.
std::optional<double> number_of(const Json& value);

/// Whether two values are the same, but for the last digits that two ways to compute them may differ in.
bool is_same(const std::optional<double>& before, const std::optional<double>& after);

/// after/before - 1; absent if one of them is, the first is 0, or their signs differ.
std::optional<double> change_ratio(const std::optional<double>& before, const std::optional<double>& after);

/// How much was changed, the same for a rise and the fall that undoes it: |ln(after/before)|. Infinite where the sign
/// changes or one is 0, negative if one is absent.
double size_of_change(const std::optional<double>& before, const std::optional<double>& after);

}  // namespace breakeven::app
