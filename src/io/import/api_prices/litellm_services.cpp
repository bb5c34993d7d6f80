// SPDX-License-Identifier: MIT
#include "io/import/api_prices/litellm_services.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "io/catalog/fields.hpp"

namespace breakeven::io {
namespace {

struct ServiceRow {
  ServiceTier tier;
  std::string_view suffix;
  std::string_view part;     // reported as left out if it cannot be imported
  bool has_standard_caches;  // false for batches, which LiteLLM prices without a cache
};
constexpr std::array service_rows{
    ServiceRow{ServiceTier::flex, "_flex", "flex prices", true},
    ServiceRow{ServiceTier::priority, "_priority", "priority prices", true},
    ServiceRow{ServiceTier::batch, "_batches", "batch prices", false},
};
const ServiceRow& row_of(ServiceTier tier) {
  return *std::find_if(service_rows.begin(), service_rows.end(), [&](const auto& row) { return row.tier == tier; });
}

// 200000 for _above_200k_tokens; absent otherwise.
std::optional<double> threshold(std::string_view suffix) {
  constexpr std::string_view before = "_above_";
  constexpr std::string_view after = "k_tokens";
  if (!suffix.starts_with(before) || !suffix.ends_with(after)) return std::nullopt;
  suffix.remove_prefix(before.size());
  suffix.remove_suffix(std::min(after.size(), suffix.size()));
  int thousands = 0;
  const auto [end, error] = std::from_chars(suffix.data(), suffix.data() + suffix.size(), thousands);
  if (error != std::errc() || end != suffix.data() + suffix.size()) return std::nullopt;
  return 1000.0 * thousands;
}

bool is_whole(const ListPrices& prices) { return prices.input && prices.output; }

void take_caches(ListPrices& prices, const ListPrices& from) {
  if (!prices.cache_read) prices.cache_read = from.cache_read;
  if (!prices.cache_write) prices.cache_write = from.cache_write;
}

// Takes the tier's own prices, then standard service's at that length, then those of the tier below.
void take_standard_caches(ServiceTierPrices& service, const ListPrices& list,
                          const std::vector<ContextTier>& standard) {
  take_caches(service.prices, list);
  const ListPrices* below = &service.prices;
  for (ContextTier& tier : service.context_tiers) {
    if (!is_whole(tier.prices)) continue;
    const auto same = std::find_if(standard.begin(), standard.end(),
                                   [&](const ContextTier& known) { return known.above_input == tier.above_input; });
    if (same != standard.end()) take_caches(tier.prices, same->prices);
    take_caches(tier.prices, *below);
    below = &tier.prices;
  }
}

bool is_free(const std::optional<Range<TokenPrice>>& price) { return !price || price->high == TokenPrice{}; }

// The discount that turns the list prices into these, exact to the last digit, if there is one.
class Discount {
 public:
  void add(const ListPrices& part, const ListPrices& list) {
    for (const auto member :
         {&ListPrices::input, &ListPrices::output, &ListPrices::cache_read, &ListPrices::cache_write}) {
      if (!(part.*member) || (is_free(list.*member) && is_free(part.*member))) continue;
      if (!(list.*member)) return void(is_one_ = false);
      constexpr double digits = 1e9;
      constexpr double exact = 1e-12;
      const double share = (part.*member)->low / (list.*member)->low;
      const double discount = std::round((1 - share) * digits) / digits;
      const bool is_exact = std::abs(1 - discount - share) <= exact * share;
      is_one_ = is_one_ && is_exact && share <= 1 && discount == discount_.value_or(discount);
      discount_ = discount;
    }
  }
  std::optional<double> discount() const { return is_one_ ? discount_ : std::nullopt; }

 private:
  std::optional<double> discount_{};
  bool is_one_ = true;
};

}  // namespace

std::optional<PriceSuffix> parse_price_suffix(std::string_view suffix) {
  PriceSuffix parsed;
  for (const ServiceRow& row : service_rows) {
    if (!suffix.ends_with(row.suffix)) continue;
    parsed.service = row.tier;
    suffix.remove_suffix(row.suffix.size());
    break;
  }
  if (suffix.empty()) return parsed;
  parsed.above_input_tok = threshold(suffix);
  return parsed.above_input_tok ? std::optional(parsed) : std::nullopt;
}

void complete_services(ApiEntry& entry) {
  std::erase_if(entry.offer.service_tiers, [&](const ServiceTierPrices& service) {
    if (is_whole(service.prices)) return false;
    entry.leave_out(row_of(service.tier).part);
    return true;
  });
  for (ServiceTierPrices& service : entry.offer.service_tiers) {
    for (const ContextTier& tier : entry.offer.context_tiers)
      entry.tier(service.context_tiers, tier.above_input / tok_per_request);
    if (row_of(service.tier).has_standard_caches) take_standard_caches(service, entry.list, entry.offer.context_tiers);
  }
}

void take_batch_discount(ApiEntry& entry) {
  auto& services = entry.offer.service_tiers;
  const auto batch = std::find_if(services.begin(), services.end(),
                                  [](const ServiceTierPrices& known) { return known.tier == ServiceTier::batch; });
  if (batch == services.end()) return;
  Discount discount;
  discount.add(batch->prices, entry.list);
  for (const ContextTier& tier : batch->context_tiers) {
    const ListPrices* standard = &entry.list;
    for (const ContextTier& known : entry.offer.context_tiers)
      if (known.above_input <= tier.above_input) standard = &known.prices;
    discount.add(tier.prices, *standard);
  }
  entry.offer.batch_discount_ratio = discount.discount();
  if (entry.offer.batch_discount_ratio) services.erase(batch);
}

}  // namespace breakeven::io
