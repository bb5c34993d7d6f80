// SPDX-License-Identifier: MIT
// OpenRouter /api/v1/models: a list of models with prices in usd per token, as strings. An override applies to requests
// of at least min_prompt_tokens; prices that it does not give stay the same.
#include <algorithm>
#include <array>

#include "io/catalog/fields.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array openrouter_price_keys{
    PriceKey{"prompt", &ListPrices::input},
    PriceKey{"completion", &ListPrices::output},
    PriceKey{"input_cache_read", &ListPrices::cache_read},
    PriceKey{"input_cache_write", &ListPrices::cache_write},
};

struct OpenrouterPart {
  std::string_view key;
  std::string_view part;
};
constexpr std::array openrouter_parts{
    OpenrouterPart{"input_cache_write_1h", "prices of cache writes for an hour"},
    OpenrouterPart{"internal_reasoning", "prices of reasoning tokens"},
    OpenrouterPart{"audio", "prices of audio tokens"},
    OpenrouterPart{"audio_output", "prices of audio tokens"},
    OpenrouterPart{"input_audio_cache", "prices of audio tokens"},
    OpenrouterPart{"image", "prices of images"},
    OpenrouterPart{"image_token", "prices of image tokens"},
    OpenrouterPart{"image_output", "prices of images"},
    OpenrouterPart{"web_search", "fees of tools"},
};

void read_overrides(ApiEntry& entry, const Json& overrides) {
  if (!overrides.is_array() && !overrides.is_null())
    return entry.refuse(Reason::tiers, "overrides that are not a list");
  for (const Json& change : overrides) {
    const Json* least = change.find("min_prompt_tokens");
    if (!least || !least->is_number() || least->number() < 1)
      return entry.refuse(Reason::tiers, "an override of another kind");
    entry.tier(least->number() - 1) = entry.prices(change, openrouter_price_keys, Per::token);
  }
  entry.fill_tiers();
}

void read_openrouter_model(ImportRun& run, const Json& model, const Path& path) {
  ApiEntry entry(run, text_at(model, "id"), path);
  if (!entry.is_object(model)) return;
  entry.offer.provider = "OpenRouter";
  entry.offer.model = entry.offer.id.substr(entry.offer.id.find('/') + 1);
  const Json* pricing = model.find("pricing");
  if (!pricing) return entry.refuse(Reason::no_price);
  if (!entry.is_object(*pricing)) return;
  entry.list = entry.prices(*pricing, openrouter_price_keys, Per::token);
  if (const Json* fee = pricing->find("request"))
    if (const auto found = entry.number(*fee, "request"); found && *found > 0)
      entry.offer.request_fee = Range<RequestFee>{*found * usd_per_request, *found * usd_per_request};
  if (const Json* discount = pricing->find("discount"))
    if (entry.number(*discount, "discount").value_or(0) > 0) entry.refuse(Reason::unreadable, "prices with a discount");
  for (const OpenrouterPart& row : openrouter_parts)
    if (const Json* part = pricing->find(row.key); part && entry.number(*part, row.key).value_or(0) > 0)
      entry.leave_out(row.part);
  if (const Json* overrides = pricing->find("overrides")) read_overrides(entry, *overrides);
  entry.add();
}

}  // namespace

bool is_openrouter(const Json& document) {
  const Json* models = document.find("data");
  return models && models->is_array() && !models->empty() && models->front().find("pricing");
}

void import_openrouter(ImportRun& run) {
  const Path root;
  const Path models(root, "data");
  std::size_t index = 0;
  for (const Json& model : *run.document().find("data")) read_openrouter_model(run, model, Path(models, index++));
}

}  // namespace breakeven::io
