// SPDX-License-Identifier: MIT
#pragma once

#include "cli/ranking.hpp"
#include "cli/session.hpp"

namespace breakeven::cli {

/// The filters of rank; a word that nothing in the catalog has is a problem.
RankFilter rank_filter(Session& session, const Catalog& catalog);

/// The filters of catalog list.
struct ListFilter {
  std::string gpu;
  std::string provider;
  std::string model;
  std::optional<Term> term;

  bool empty() const { return gpu.empty() && provider.empty() && model.empty() && !term; }
};
ListFilter list_filter(Session& session, const Catalog& catalog);

}  // namespace breakeven::cli
