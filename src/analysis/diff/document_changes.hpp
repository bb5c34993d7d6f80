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

/// A value that differs before and after.
struct Change {
  std::string section{};  // of a catalog, or the array of an answer; empty outside arrays
  std::string id{};       // of the entry; outside arrays, the name of the document
  std::string key{};      // dotted path in the entry
  Json before{};          // null if there is no such value
  Json after{};
  ChangeKind kind = ChangeKind::changed;  // added and removed apply to the whole entry

  bool is_of_same_entry(const Change& other) const;
};

/// Every value that differs between two documents of one schema: changed numbers first, the largest change in front,
/// then entries added and removed, then everything else. Dates and sources do not count, because every update moves
/// them; nor do warnings, locations in files and the origins of inputs.
std::vector<Change> changes_between(const Json& before, const Json& after);

/// The number that a value is, if it is one.
std::optional<double> number_of(const Json& value);

/// Whether two values are the same, apart from rounding in the last digits.
bool is_same(const std::optional<double>& before, const std::optional<double>& after);

/// after/before - 1; absent if either is, the first is 0, or their signs differ.
std::optional<double> change_ratio(const std::optional<double>& before, const std::optional<double>& after);

/// The size of a change, the same for a rise and the fall that undoes it: |ln(after/before)|. Infinite if the sign
/// changes or one is 0, negative if one is absent.
double size_of_change(const std::optional<double>& before, const std::optional<double>& after);

}  // namespace breakeven::app
