// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// The ids of a catalog section's entries.
template <class Entry>
std::vector<std::string_view> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> ids;
  ids.reserve(entries.size());
  for (const Entry& entry : entries) ids.emplace_back(entry.id);
  return ids;
}

/// BE-P003: that no catalog has the `what` of this id. Its help names the one that is `called` so, a near one of the
/// `known`, or else the list of the section, or of all where that is empty. The caller says where the id stands.
io::Diagnostic unknown_entry(std::string_view what, std::string_view id, std::span<const std::string_view> known,
                             std::string_view section = {}, const std::optional<std::string>& called = {});

}  // namespace breakeven::app
