// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"

namespace breakeven::cli {

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

  bool are_catalogs() const;
};

/// What the command's two arguments name; else problems.
std::optional<Sides> read_sides(Session& session);

}  // namespace breakeven::cli
