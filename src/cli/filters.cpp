// SPDX-License-Identifier: MIT
#include "cli/filters.hpp"

#include <set>

#include "cli/session.hpp"
#include "cli/unknown_entry.hpp"
#include "io/catalog.hpp"
#include "io/import/names.hpp"

namespace breakeven::cli {
namespace {

using Words = std::set<std::string_view>;

bool passes(const std::string& wanted, std::string_view value) { return wanted.empty() || wanted == value; }

void unknown(Session& session, const std::string& option, const std::string& word, const Words& known,
             const std::optional<std::string>& called = {}) {
  session.problems().push_back(unknown_entry(option, word, std::vector(known.begin(), known.end()), {}, called));
  session.problems().back().location = io::Location{.argument = "--" + option};
}

// The option's value, if the catalog knows the word.
std::string checked(Session& session, const std::string& option, const Words& known) {
  const auto given = session.arguments().value(option);
  if (!given) return {};
  if (!known.contains(*given)) unknown(session, option, *given, known);
  return *given;
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

Filter asked_filter(Session& session, const Catalog& catalog) {
  const auto term_names = io::names(Term{});
  return {.gpu = checked(session, "gpu", gpus(catalog)),
          .provider = checked(session, "provider", providers(catalog)),
          .model = checked(session, "model", models(catalog)),
          .term = io::parse(checked(session, "term", Words(term_names.begin(), term_names.end())), Term{})};
}

void check_model(Session& session, const Catalog& catalog, const std::string& model) {
  const Words known = models(catalog);
  if (!known.contains(model)) unknown(session, "model", model, known, io::Names(catalog).model(model));
}

}  // namespace breakeven::cli
