// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/diff/consequences.hpp"
#include "analysis/diff/document_changes.hpp"
#include "breakeven/catalog.hpp"
#include "io/json/document.hpp"

namespace breakeven::app {

inline constexpr std::string_view catalog_schema = "breakeven.catalog";

/// One of the two things that are compared: prices, or an earlier answer.
struct DiffSide {
  std::string name{};    // the file, or "builtin"
  std::string schema{};  // of the document
  Json document{};
  Catalog catalog{};  // of prices, over those that compare would use without the file
};

struct Sides {
  DiffSide before{};
  DiffSide after{};

  bool are_catalogs() const { return before.schema == catalog_schema; }
};

/// The verdicts of two answers that are not the same, the cheapest way of two rankings among them.
std::vector<VerdictFlip> flips_of(const Sides& sides, const std::vector<Change>& changes);

/// How many entries of two catalogs differ in their source or date alone.
std::size_t recited_count(const Catalog& before, const Catalog& after, const std::vector<Change>& changes);

}  // namespace breakeven::app
