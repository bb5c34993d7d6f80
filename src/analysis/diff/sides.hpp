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

/// One side of a comparison: prices, or an earlier answer.
struct DiffSide {
  std::string name{};    // the file, or "builtin"
  std::string schema{};  // of the document
  Json document{};
  Catalog catalog{};  // for prices: laid over those that compare would use without the file
};

struct Sides {
  DiffSide before{};
  DiffSide after{};

  bool are_catalogs() const { return before.schema == catalog_schema; }
};

/// The verdicts that differ between two answers, including the cheapest way of two rankings.
std::vector<VerdictFlip> flips_of(const Sides& sides, const std::vector<Change>& changes);

/// How many entries of two catalogs differ only in their source or date.
std::size_t recited_count(const Catalog& before, const Catalog& after, const std::vector<Change>& changes);

}  // namespace breakeven::app
