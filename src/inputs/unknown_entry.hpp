// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// The ids of the entries of a catalog section.
template <class Entry>
std::vector<std::string_view> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> ids;
  ids.reserve(entries.size());
  for (const Entry& entry : entries) ids.emplace_back(entry.id);
  return ids;
}

/// BE-P003: no catalog has a `what` with this id. The help gives the name the catalog uses (`called`), else a near
/// match among `known`, else the command that lists `section` (all sections if empty). The caller adds the location.
io::Diagnostic unknown_entry(std::string_view what, std::string_view id, std::span<const std::string_view> known,
                             std::string_view section = {}, const std::optional<std::string>& called = {});

}  // namespace breakeven::app
