// SPDX-License-Identifier: MIT
#pragma once

#include <string>

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

}  // namespace breakeven::app
