// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "breakeven/catalog.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

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

/// The words of --gpu, --provider, --model and --term.
struct FilterWords {
  std::optional<std::string> gpu{};
  std::optional<std::string> provider{};
  std::optional<std::string> model{};
  std::optional<std::string> term{};
};

/// What they ask for; a word that nothing in the catalog has is a problem.
Filter read_filter(const FilterWords& words, const Catalog& catalog, io::Diagnostics& problems);

/// Reports a model, however it was given, that neither a model entry nor an API offer has.
void check_model(const Catalog& catalog, const std::string& model, io::Diagnostics& problems);

}  // namespace breakeven::app
