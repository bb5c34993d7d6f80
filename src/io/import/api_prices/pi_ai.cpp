// SPDX-License-Identifier: MIT
// @earendil-works/pi-ai dist models (npm, MIT), one file per seller: models by type and id, grouped by API protocol,
// with prices in usd per million tokens. 0 means that the seller has no such price.
#include <algorithm>
#include <array>

#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array pi_ai_price_keys{
    PriceKey{"input", &ListPrices::input},
    PriceKey{"output", &ListPrices::output},
    PriceKey{"cacheRead", &ListPrices::cache_read},
    PriceKey{"cacheWrite", &ListPrices::cache_write},
};

ListPrices nonzero_prices(ApiEntry& entry, const Json& cost) {
  ListPrices prices = entry.prices(cost, pi_ai_price_keys, Per::mtok);
  for (const PriceKey& row : pi_ai_price_keys)
    if (auto& price = prices.*row.price; price && price->high == TokenPrice{}) price.reset();
  return prices;
}

void read_pi_ai_model(ImportRun& run, const Json& model, const Path& path) {
  const std::string seller = text_at(model, "provider");
  const std::string id = text_at(model, "id");
  ApiEntry entry(run, seller + "/" + id, path);
  if (!entry.is_object(model)) return;
  if (text_at(model, "type") == "image") return entry.refuse(Reason::other_unit);
  const Json* cost = model.find("cost");
  if (!cost || !entry.is_object(*cost)) return;
  entry.offer.provider = seller;
  entry.offer.model = id;
  entry.list = nonzero_prices(entry, *cost);
  if (const Json* tiers = cost->find("tiers"))
    for (const Json& tier : *tiers) {
      const Json* above = tier.find("inputTokensAbove");
      if (!above || !above->is_number()) return entry.refuse(Reason::tiers, "a tier without a number of tokens");
      entry.tier(above->number()) = nonzero_prices(entry, tier);
    }
  entry.add();
}

// Whether the member is a model: its key looks like "chat:ID".
bool is_pi_ai_model(const Json::Member& member) {
  const Json* cost = member.value.find("cost");
  return member.key.find(':') != std::string::npos && cost && cost->find("cacheRead") &&
         !text_at(member.value, "provider").empty();
}

}  // namespace

bool is_pi_ai(const Json& document) {
  return document.is_object() && std::any_of(document.members().begin(), document.members().end(), [](const auto& api) {
           return api.value.is_object() && !api.value.empty() && is_pi_ai_model(api.value.members().front());
         });
}

void import_pi_ai(ImportRun& run) {
  const Path root;
  for (const auto& [api, models] : run.document().members()) {
    if (!models.is_object()) continue;
    const Path api_path(root, api);
    for (const auto& [id, model] : models.members()) read_pi_ai_model(run, model, Path(api_path, id));
  }
}

}  // namespace breakeven::io
