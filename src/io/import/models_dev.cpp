// SPDX-License-Identifier: MIT
// anomalyco/models.dev api.json: providers by id, each with models by id, and prices in usd per million tokens, as
// packages/core/src/schema.ts says. A tier's prices hold for the whole request.
#include <algorithm>
#include <array>

#include "io/import/api_entry.hpp"
#include "io/import/importers.hpp"

namespace breakeven::io {
namespace {

constexpr std::array price_keys{
    PriceKey{"input", &ListPrices::input},
    PriceKey{"output", &ListPrices::output},
    PriceKey{"cache_read", &ListPrices::cache_read},
    PriceKey{"cache_write", &ListPrices::cache_write},
};

struct PartRow {
  std::string_view key;
  std::string_view part;
};
constexpr std::array part_rows{
    PartRow{"reasoning", "prices of reasoning tokens"},
    PartRow{"input_audio", "prices of audio tokens"},
    PartRow{"output_audio", "prices of audio tokens"},
};

constexpr double older_tier = 200'000;  // of context_over_200k

void read_tiers(ApiEntry& entry, const Json& tiers) {
  for (const Json& tier : tiers) {
    const Json* bound = value_at(tier, "tier");
    const Json* size = bound ? value_at(*bound, "size") : nullptr;
    if (!size || !size->is_number() || text_at(*bound, "type") != "context")
      return entry.refuse(Reason::tiers, "a tier by something other than the context");
    entry.tier(size->get<double>()) = entry.prices(tier, price_keys, Per::mtok);
  }
}

void read_model(Import& import, const Json& provider, const std::string& provider_id, const std::string& id,
                const Json& model, const Path& path) {
  ApiEntry entry(import, provider_id + "/" + id, path);
  if (!entry.is_object(model)) return;
  const std::string name = text_at(provider, "name");
  entry.offer.provider = name.empty() ? provider_id : name;
  entry.offer.model = id;
  if (const Json* cost = value_at(model, "cost"); cost && entry.is_object(*cost)) {
    entry.list = entry.prices(*cost, price_keys, Per::mtok);
    if (const Json* tiers = value_at(*cost, "tiers"))
      read_tiers(entry, *tiers);
    else if (const Json* older = value_at(*cost, "context_over_200k"))
      entry.tier(older_tier) = entry.prices(*older, price_keys, Per::mtok);
    for (const PartRow& row : part_rows)
      if (value_at(*cost, row.key)) entry.leave_out(row.part);
  }
  if (value_at(model, "experimental")) entry.leave_out("prices of experimental modes");
  entry.add();
}

bool is_provider(const Json& provider) {
  const Json* models = value_at(provider, "models");
  if (!models || !models->is_object() || models->empty()) return false;
  const Json& model = models->front();
  return value_at(model, "id") && (value_at(model, "cost") || value_at(model, "limit"));
}

}  // namespace

bool is_models_dev(const Json& document) {
  return document.is_object() && std::any_of(document.begin(), document.end(), is_provider);
}

void import_models_dev(Import& import) {
  const Path root;
  for (const auto& [provider_id, provider] : import.document().get_ref<const Json::object_t&>()) {
    const Json* models = value_at(provider, "models");
    if (!models || !models->is_object()) continue;
    const Path provider_path(root, provider_id);
    const Path models_path(provider_path, "models");
    for (const auto& [id, model] : models->get_ref<const Json::object_t&>())
      read_model(import, provider, provider_id, id, model, Path(models_path, id));
  }
}

}  // namespace breakeven::io
