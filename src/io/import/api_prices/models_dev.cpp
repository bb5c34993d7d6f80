// SPDX-License-Identifier: MIT
// anomalyco/models.dev api.json: providers by id, each with models by id, and prices in usd per million tokens, as in
// packages/core/src/schema.ts. A tier's prices apply to the whole request.
#include <algorithm>
#include <array>

#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array models_dev_price_keys{
    PriceKey{"input", &ListPrices::input},
    PriceKey{"output", &ListPrices::output},
    PriceKey{"cache_read", &ListPrices::cache_read},
    PriceKey{"cache_write", &ListPrices::cache_write},
};

struct ModelsDevPart {
  std::string_view key;
  std::string_view part;
};
constexpr std::array models_dev_parts{
    ModelsDevPart{"reasoning", "prices of reasoning tokens"},
    ModelsDevPart{"input_audio", "prices of audio tokens"},
    ModelsDevPart{"output_audio", "prices of audio tokens"},
};

constexpr double older_tier = 200'000;  // of context_over_200k

void read_tiers(ApiEntry& entry, const Json& tiers) {
  if (!tiers.is_array() && !tiers.is_null()) return entry.refuse(Reason::tiers, "tiers that are not a list");
  for (const Json& tier : tiers) {
    const Json* bound = tier.find("tier");
    const Json* size = bound ? bound->find("size") : nullptr;
    if (!size || !size->is_number() || text_at(*bound, "type") != "context")
      return entry.refuse(Reason::tiers, "a tier by something other than the context");
    entry.tier(size->number()) = entry.prices(tier, models_dev_price_keys, Per::mtok);
  }
}

void read_models_dev_model(ImportRun& run, const Json& provider, const std::string& provider_id, const std::string& id,
                           const Json& model, const Path& path) {
  ApiEntry entry(run, provider_id + "/" + id, path);
  if (!entry.is_object(model)) return;
  const std::string name = text_at(provider, "name");
  entry.offer.provider = name.empty() ? provider_id : name;
  entry.offer.model = id;
  if (const Json* cost = model.find("cost"); cost && entry.is_object(*cost)) {
    entry.list = entry.prices(*cost, models_dev_price_keys, Per::mtok);
    if (const Json* tiers = cost->find("tiers"))
      read_tiers(entry, *tiers);
    else if (const Json* older = cost->find("context_over_200k"))
      entry.tier(older_tier) = entry.prices(*older, models_dev_price_keys, Per::mtok);
    for (const ModelsDevPart& row : models_dev_parts)
      if (cost->find(row.key)) entry.leave_out(row.part);
  }
  if (model.find("experimental")) entry.leave_out("prices of experimental modes");
  entry.add();
}

bool is_provider(const Json::Member& provider) {
  const Json* models = provider.value.find("models");
  if (!models || !models->is_object() || models->empty()) return false;
  const Json& model = models->members().front().value;
  return model.find("id") && (model.find("cost") || model.find("limit"));
}

}  // namespace

bool is_models_dev(const Json& document) {
  return document.is_object() && std::any_of(document.members().begin(), document.members().end(), is_provider);
}

void import_models_dev(ImportRun& run) {
  const Path root;
  for (const auto& [provider_id, provider] : run.document().members()) {
    const Json* models = provider.find("models");
    if (!models || !models->is_object()) continue;
    const Path provider_path(root, provider_id);
    const Path models_path(provider_path, "models");
    for (const auto& [id, model] : models->members())
      read_models_dev_model(run, provider, provider_id, id, model, Path(models_path, id));
  }
}

}  // namespace breakeven::io
