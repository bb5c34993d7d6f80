// SPDX-License-Identifier: MIT
#include "io/import/api_prices/entry.hpp"

#include <algorithm>
#include <array>

#include "io/catalog/fields.hpp"

namespace breakeven::io {
namespace {

constexpr std::array members{&ListPrices::input, &ListPrices::output, &ListPrices::cache_read,
                             &ListPrices::cache_write};

// The most expensive tokens sold by 2026-08 cost 600 usd/Mtok (o1-pro, OpenAI).
constexpr TokenPrice highest_known = 1000 * usd_per_mtok;

}  // namespace

ApiEntry::ApiEntry(ImportRun& run, std::string key, const Path& path) : Entry(run, std::move(key), path) {
  offer.id = key_;
}

std::optional<Range<TokenPrice>> ApiEntry::price(const Json& value, std::string_view key, Per per) {
  constexpr int mtok_exponent = 6;
  const auto found = number(value, key, per == Per::token ? mtok_exponent : 0);
  if (!found) return std::nullopt;
  return Range<TokenPrice>{*found * usd_per_mtok, *found * usd_per_mtok};
}

ListPrices ApiEntry::prices(const Json& object, std::span<const PriceKey> keys, Per per) {
  ListPrices found;
  for (const PriceKey& row : keys)
    if (const Json* value = object.find(row.key)) found.*row.price = price(*value, row.key, per);
  return found;
}

ListPrices& ApiEntry::tier(std::vector<ContextTier>& tiers, double above_input_tok) {
  if (!non_negative.contains(above_input_tok)) {
    refuse(Reason::tiers, "a bound that is not " + std::string(non_negative.text));
    return refused_tier_;
  }
  const auto above = above_input_tok * tok_per_request;
  const auto place =
      std::find_if(tiers.begin(), tiers.end(), [&](const ContextTier& known) { return known.above_input >= above; });
  if (place != tiers.end() && place->above_input == above) return place->prices;
  return tiers.insert(place, ContextTier{above, {}})->prices;
}

ServiceTierPrices& ApiEntry::service(ServiceTier tier) {
  auto& tiers = offer.service_tiers;
  const auto place =
      std::find_if(tiers.begin(), tiers.end(), [&](const ServiceTierPrices& known) { return known.tier >= tier; });
  if (place != tiers.end() && place->tier == tier) return *place;
  return *tiers.insert(place, ServiceTierPrices{.tier = tier});
}

void ApiEntry::fill_tiers() {
  const ListPrices* below = &list;
  for (ContextTier& tier : offer.context_tiers) {
    for (const auto member : members)
      if (!(tier.prices.*member)) tier.prices.*member = below->*member;
    below = &tier.prices;
  }
}

void ApiEntry::check_prices() {
  if (!list.input && !list.output)
    refuse(Reason::no_price);
  else if (!list.output)
    refuse(Reason::no_output_price);
  else if (!list.input)
    refuse(Reason::no_input_price);
}

void ApiEntry::remark_high(const ListPrices& prices, std::span<const ContextTier> tiers) {
  for (const auto member : members)
    if (const auto& price = prices.*member; price && price->high > highest_known) remark(Reason::high_price);
  for (const ContextTier& tier : tiers) remark_high(tier.prices, {});
}

void ApiEntry::add(std::optional<Date> dated) {
  check_prices();
  if (offer.id.empty() || offer.provider.empty() || offer.model.empty())
    refuse(Reason::unreadable, offer.provider.empty() ? "no provider" : "an empty name");
  remark_high(list, offer.context_tiers);
  for (const ServiceTierPrices& service : offer.service_tiers) remark_high(service.prices, service.context_tiers);
  if (!is_taken(offer.id, dated, offer.cited)) return;
  offer.prices = list;
  if (auto known = run_.names().model(offer.model)) offer.model = std::move(*known);
  run_.catalog.api_offers.push_back(std::move(offer));
}

}  // namespace breakeven::io
