// SPDX-License-Identifier: MIT
// BerriAI/litellm model_prices_and_context_window.json: an object by model, with prices in usd per token. Keys mean
// what they do in litellm/types/utils.py (class ModelInfoBase) and litellm_core_utils/llm_cost_calc: a price above a
// context length applies to the whole request; if it is missing, the price below continues. A price's service tier
// follows its name.
#include <algorithm>
#include <array>

#include "io/catalog/fields.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/api_prices/litellm_services.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array litellm_price_keys{
    PriceKey{"input_cost_per_token", &ListPrices::input},
    PriceKey{"output_cost_per_token", &ListPrices::output},
    PriceKey{"cache_read_input_token_cost", &ListPrices::cache_read},
    PriceKey{"cache_creation_input_token_cost", &ListPrices::cache_write},
};
constexpr std::string_view older_cache_read = "input_cost_per_token_cache_hit";

// Parts of key names that mark prices without a place in a catalog. The first matching row counts.
struct LitellmPart {
  std::string_view mark;
  std::string_view part;
};
constexpr std::array litellm_parts{
    LitellmPart{"_above_1hr", "prices of cache writes for an hour"},
    LitellmPart{"reasoning_token", "prices of reasoning tokens"},
    LitellmPart{"audio_token", "prices of audio tokens"},
    LitellmPart{"image_token", "prices of image tokens"},
    LitellmPart{"video_token", "prices of video tokens"},
    LitellmPart{"multiplier", "regional surcharges"},
    LitellmPart{"search_context", "fees of tools"},
    LitellmPart{"code_interpreter", "fees of tools"},
    LitellmPart{"computer_use", "fees of tools"},
    LitellmPart{"file_search", "fees of tools"},
    LitellmPart{"vector_store", "fees of tools"},
    LitellmPart{"citation", "fees of tools"},
    LitellmPart{"dbu", "prices in DBU"},
    LitellmPart{"_flex", "flex prices"},
    LitellmPart{"_priority", "priority prices"},
    LitellmPart{"_batches", "batch prices"},
    LitellmPart{"cost", "prices in units other than tokens"},
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

class LitellmReader {
 public:
  LitellmReader(ImportRun& run, const std::string& key, const Path& path) : entry_(run, key, path) {}

  void read(const Json& model) {
    if (!entry_.is_object(model)) return;
    name(model);
    for (const auto& [key, value] : model.members())
      if (holds(key, "cost") || holds(key, "multiplier")) take(key, value);
    if (const Json* tiers = model.find("tiered_pricing")) take_tiers(*tiers);
    if (const Json* older = model.find(older_cache_read); older && !entry_.list.cache_read)
      entry_.list.cache_read = entry_.price(*older, older_cache_read, Per::token);
    complete_services(entry_);
    entry_.fill_tiers();
    take_batch_discount(entry_);
    check_units();
    entry_.add();
  }

 private:
  void name(const Json& model) {
    ApiOffer& offer = entry_.offer;
    offer.provider = text_at(model, "litellm_provider");
    const bool is_prefixed = offer.id.starts_with(offer.provider + "/");
    offer.model = is_prefixed ? offer.id.substr(offer.provider.size() + 1) : offer.id;
    const std::string url = text_at(model, "source");
    if (url.starts_with("https://") && url.find(' ') == std::string::npos) offer.cited.url = url;
  }

  void take(std::string_view key, const Json& value) {
    if (key == older_cache_read) return;
    for (const PriceKey& row : litellm_price_keys) {
      if (!key.starts_with(row.key)) continue;
      if (const auto suffix = parse_price_suffix(key.substr(row.key.size()))) {
        if (!value.is_null()) prices_of(*suffix).*row.price = entry_.price(value, key, Per::token);
        return;
      }
      break;
    }
    if (key == "input_cost_per_request")
      take_fee(key, value);
    else
      leave_out(key, value);
  }

  ListPrices& prices_of(const PriceSuffix& suffix) {
    const auto& [above, service] = suffix;
    if (!service) return above ? entry_.tier(*above) : entry_.list;
    ServiceTierPrices& prices = entry_.service(*service);
    return above ? entry_.tier(prices.context_tiers, *above) : prices.prices;
  }

  void take_fee(std::string_view key, const Json& value) {
    if (const auto fee = entry_.number(value, key))
      entry_.offer.request_fee = Range<RequestFee>{*fee * usd_per_request, *fee * usd_per_request};
  }

  void leave_out(std::string_view key, const Json& value) {
    if (value.is_number() && value.number() == 0) return;
    const auto* row = std::find_if(litellm_parts.begin(), litellm_parts.end(),
                                   [&](const LitellmPart& known) { return holds(key, known.mark); });
    entry_.leave_out(row == litellm_parts.end() ? "other prices" : row->part);
    if (row->mark != "cost" && row->mark != "dbu") return;
    if (!key.starts_with("output_")) other_input_ = key;
    if (!key.starts_with("input_")) other_output_ = key;
  }

  // A list of ranges of input tokens, each with the prices of requests in that range.
  void take_tiers(const Json& tiers) {
    if (!tiers.is_array() && !tiers.is_null()) return entry_.refuse(Reason::other_unit, "tiers that are not a list");
    std::vector<std::array<double, 2>> ranges;
    for (const Json& tier : tiers) {
      const Json* range = tier.find("range");
      const bool is_range =
          range && range->is_array() && range->size() == 2 && (*range)[0].is_number() && (*range)[1].is_number();
      if (!is_range) return entry_.refuse(Reason::other_unit, "tiers by something other than input tokens");
      ranges.push_back({(*range)[0].number(), (*range)[1].number()});
      const ListPrices prices = entry_.prices(tier, litellm_price_keys, Per::token);
      if (ranges.back()[0] == 0)
        entry_.list = prices;
      else
        entry_.tier(ranges.back()[0]) = prices;
      if (tier.find("output_cost_per_reasoning_token")) entry_.leave_out("prices of reasoning tokens");
    }
    std::sort(ranges.begin(), ranges.end());
    const auto apart = [](const auto& a, const auto& b) { return a[1] != b[0]; };
    if (ranges.empty() || ranges.front()[0] != 0 ||
        std::adjacent_find(ranges.begin(), ranges.end(), apart) != ranges.end())
      entry_.refuse(Reason::tiers, "the ranges leave gaps, or overlap");
  }

  static bool is_free(const std::optional<Range<TokenPrice>>& price) { return !price || price->high == TokenPrice{}; }

  // Refuses tokens that are free or unpriced while another unit has a price: that unit is what costs money.
  void check_units() {
    if (!other_input_.empty() && is_free(entry_.list.input)) return entry_.refuse(Reason::other_unit, other_input_);
    if (!other_output_.empty() && is_free(entry_.list.output)) entry_.refuse(Reason::other_unit, other_output_);
  }

  ApiEntry entry_;
  std::string other_input_{};   // key of an input price in another unit
  std::string other_output_{};  // key of an output price in another unit
};

constexpr std::string_view documentation = "sample_spec";

}  // namespace

bool is_litellm(const Json& document) {
  if (!document.is_object()) return false;
  const auto& models = document.members();
  return std::any_of(models.begin(), models.end(), [](const auto& model) {
    return model.key != documentation && !text_at(model.value, "litellm_provider").empty();
  });
}

void import_litellm(ImportRun& run) {
  const Path root;
  for (const auto& [key, model] : run.document().members()) {
    if (key == documentation) continue;
    const Path path(root, key);
    LitellmReader(run, key, path).read(model);
  }
}

}  // namespace breakeven::io
