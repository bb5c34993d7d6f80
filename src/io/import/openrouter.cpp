// SPDX-License-Identifier: MIT
// OpenRouter /api/v1/models: a list of models with prices in usd per token, as strings. An override holds for requests
// of at least min_prompt_tokens, and leaves what it does not say.
#include <algorithm>
#include <array>

#include "io/catalog_fields.hpp"
#include "io/import/api_entry.hpp"
#include "io/import/importers.hpp"

namespace breakeven::io {
namespace {

constexpr std::array price_keys{
    PriceKey{"prompt", &ListPrices::input},
    PriceKey{"completion", &ListPrices::output},
    PriceKey{"input_cache_read", &ListPrices::cache_read},
    PriceKey{"input_cache_write", &ListPrices::cache_write},
};

struct PartRow {
  std::string_view key;
  std::string_view part;
};
constexpr std::array part_rows{
    PartRow{"input_cache_write_1h", "prices of cache writes for an hour"},
    PartRow{"internal_reasoning", "prices of reasoning tokens"},
    PartRow{"audio", "prices of audio tokens"},
    PartRow{"audio_output", "prices of audio tokens"},
    PartRow{"input_audio_cache", "prices of audio tokens"},
    PartRow{"image", "prices of images"},
    PartRow{"image_token", "prices of image tokens"},
    PartRow{"image_output", "prices of images"},
    PartRow{"web_search", "fees of tools"},
};

void read_overrides(ApiEntry& entry, const Json& overrides) {
  for (const Json& change : overrides) {
    const Json* least = value_at(change, "min_prompt_tokens");
    if (!least || !least->is_number() || least->get<double>() < 1)
      return entry.refuse(Reason::tiers, "an override of another kind");
    entry.tier(least->get<double>() - 1) = entry.prices(change, price_keys, Per::token);
  }
  entry.fill_tiers();
}

void read_model(Import& import, const Json& model, const Path& path) {
  ApiEntry entry(import, text_at(model, "id"), path);
  if (!entry.is_object(model)) return;
  entry.offer.provider = "OpenRouter";
  entry.offer.model = entry.offer.id.substr(entry.offer.id.find('/') + 1);
  const Json* pricing = value_at(model, "pricing");
  if (!pricing) return entry.refuse(Reason::no_price);
  if (!entry.is_object(*pricing)) return;
  entry.list = entry.prices(*pricing, price_keys, Per::token);
  if (const Json* fee = value_at(*pricing, "request"))
    if (const auto found = entry.number(*fee, "request"); found && *found > 0)
      entry.offer.request_fee = Range<RequestFee>{*found * usd_per_request, *found * usd_per_request};
  if (const Json* discount = value_at(*pricing, "discount"))
    if (entry.number(*discount, "discount").value_or(0) > 0) entry.refuse(Reason::unreadable, "prices with a discount");
  for (const PartRow& row : part_rows)
    if (const Json* part = value_at(*pricing, row.key); part && entry.number(*part, row.key).value_or(0) > 0)
      entry.leave_out(row.part);
  if (const Json* overrides = value_at(*pricing, "overrides")) read_overrides(entry, *overrides);
  entry.add();
}

}  // namespace

bool is_openrouter(const Json& document) {
  const Json* models = value_at(document, "data");
  return models && models->is_array() && !models->empty() && value_at(models->front(), "pricing");
}

void import_openrouter(Import& import) {
  const Path root;
  const Path models(root, "data");
  std::size_t index = 0;
  for (const Json& model : *value_at(import.document(), "data")) read_model(import, model, Path(models, index++));
}

}  // namespace breakeven::io
