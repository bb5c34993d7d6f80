// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "breakeven/catalog.hpp"

namespace breakeven::cli {

class Session;

/// Which entries of a catalog are wanted: an empty text lets everything pass, and what is asked of a thing that an
/// entry does not have keeps the entry out.
struct Filter {
  std::string gpu{};  // a GPU, or an offer of one
  std::string provider{};
  std::string model{};
  std::optional<Term> term{};

  bool admits(const Gpu& entry) const;
  bool admits(const GpuOffer& entry) const;
  bool admits(const ApiOffer& entry) const;
  bool admits(const Model& entry) const;
  bool admits(const ThroughputRecord& entry) const;
};

/// What --gpu, --provider, --model and --term ask for; a word that nothing in the catalog has is a problem.
Filter asked_filter(Session& session, const Catalog& catalog);

/// Reports a model, however it was given, that neither a model entry nor an API offer has.
void check_model(Session& session, const Catalog& catalog, const std::string& model);

}  // namespace breakeven::cli
