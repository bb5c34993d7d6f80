// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "breakeven/catalog.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// Which catalog entries are wanted. An empty text admits everything; a criterion about something that an entry lacks
/// excludes the entry.
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

/// The values of --gpu, --provider, --model and --term.
struct FilterWords {
  std::optional<std::string> gpu{};
  std::optional<std::string> provider{};
  std::optional<std::string> model{};
  std::optional<std::string> term{};
};

/// The filter for these words; a word that nothing in the catalog has is a problem.
Filter read_filter(const FilterWords& words, const Catalog& catalog, io::Diagnostics& problems);

/// Reports a model, however it was given, that has neither a model entry nor an API offer.
void check_model(const Catalog& catalog, const std::string& model, io::Diagnostics& problems);

}  // namespace breakeven::app
