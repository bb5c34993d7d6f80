// SPDX-License-Identifier: MIT
#include "analysis/catalog_filter.hpp"

#include <set>

#include "inputs/unknown_entry.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/names.hpp"

namespace breakeven::app {
namespace {

using Words = std::set<std::string_view>;

bool passes(const std::string& wanted, std::string_view value) { return wanted.empty() || wanted == value; }

io::Diagnostic unknown(const std::string& option, const std::string& word, const Words& known,
                       const std::optional<std::string>& called = {}) {
  io::Diagnostic problem = unknown_entry(option, word, std::vector(known.begin(), known.end()), {}, called);
  problem.location = io::Location{.argument = "--" + option};
  return problem;
}

// The word; a problem if the catalog does not have it.
std::string checked(const std::string& option, const std::optional<std::string>& word, const Words& known,
                    io::Diagnostics& problems) {
  if (word && !known.contains(*word)) problems.push_back(unknown(option, *word, known));
  return word.value_or("");
}

Words gpus(const Catalog& catalog) {
  Words known;
  for (const Gpu& entry : catalog.gpus) known.insert(entry.id);
  for (const GpuOffer& offer : catalog.gpu_offers) known.insert(offer.id);
  return known;
}

Words providers(const Catalog& catalog) {
  Words known;
  for (const GpuOffer& offer : catalog.gpu_offers) known.insert(offer.provider);
  for (const ApiOffer& offer : catalog.api_offers) known.insert(offer.provider);
  return known;
}

Words models(const Catalog& catalog) {
  Words known;
  for (const Model& entry : catalog.models) known.insert(entry.id);
  for (const ApiOffer& offer : catalog.api_offers) known.insert(offer.model);
  return known;
}

}  // namespace

bool Filter::admits(const Gpu& entry) const {
  return provider.empty() && model.empty() && !term && passes(gpu, entry.id);
}

bool Filter::admits(const GpuOffer& entry) const {
  return model.empty() && (passes(gpu, entry.gpu) || gpu == entry.id) && passes(provider, entry.provider) &&
         (!term || *term == entry.term);
}

bool Filter::admits(const ApiOffer& entry) const {
  return gpu.empty() && !term && passes(provider, entry.provider) && passes(model, entry.model);
}

bool Filter::admits(const Model& entry) const {
  return gpu.empty() && provider.empty() && !term && passes(model, entry.id);
}

bool Filter::admits(const ThroughputRecord& entry) const {
  return provider.empty() && !term && passes(gpu, entry.gpu) && passes(model, entry.model);
}

Filter read_filter(const FilterWords& words, const Catalog& catalog, io::Diagnostics& problems) {
  const auto terms = io::names(Term{});
  return {.gpu = checked("gpu", words.gpu, gpus(catalog), problems),
          .provider = checked("provider", words.provider, providers(catalog), problems),
          .model = checked("model", words.model, models(catalog), problems),
          .term = io::parse(checked("term", words.term, Words(terms.begin(), terms.end()), problems), Term{})};
}

void check_model(const Catalog& catalog, const std::string& model, io::Diagnostics& problems) {
  const Words known = models(catalog);
  if (!known.contains(model)) problems.push_back(unknown("model", model, known, io::Names(catalog).model(model)));
}

}  // namespace breakeven::app
