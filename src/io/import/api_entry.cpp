// SPDX-License-Identifier: MIT
#include "io/import/api_entry.hpp"

#include <algorithm>
#include <array>

#include "io/catalog_fields.hpp"
#include "io/import/decimal.hpp"

namespace breakeven::io {
namespace {

constexpr std::array members{&ListPrices::input, &ListPrices::output, &ListPrices::cache_read,
                             &ListPrices::cache_write};

}  // namespace

const Json* value_at(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  for (const auto& [name, value] : object.get_ref<const Json::object_t&>())
    if (name == key) return &value;
  return nullptr;
}

std::string text_at(const Json& object, std::string_view key) {
  const Json* value = value_at(object, key);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

ApiEntry::ApiEntry(Import& import, std::string key, const Path& path) : import_(import), path_(path) {
  ++import_.file.entry_count;
  offer.id = std::move(key);
}

bool ApiEntry::is_object(const Json& value) {
  if (!value.is_object()) refuse(Reason::unreadable, "expected an object, found " + std::string(kind_of(value)));
  return value.is_object();
}

std::optional<double> ApiEntry::number(const Json& value, std::string_view key, int exponent) {
  if (value.is_null()) return std::nullopt;
  const auto found = shifted_value(value, exponent);
  const auto named = [&](const std::string& what) { return std::string(key) + " is " + what; };
  if (!found)
    refuse(Reason::unreadable, named(value.is_string() ? value.dump(-1, ' ', false, Json::error_handler_t::replace)
                                                       : std::string(kind_of(value))));
  else if (*found < 0)
    refuse(Reason::negative_price, named(value.is_string() ? value.get<std::string>() : value.dump()));
  else if (non_negative.contains(*found))
    return found;
  else
    refuse(Reason::unreadable, named("not " + std::string(non_negative.text)));
  return std::nullopt;
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
    if (const Json* value = value_at(object, row.key)) found.*row.price = price(*value, row.key, per);
  return found;
}

ListPrices& ApiEntry::tier(double above_input_tok) {
  if (!non_negative.contains(above_input_tok)) {
    refuse(Reason::tiers, "a bound that is not " + std::string(non_negative.text));
    return refused_tier_;
  }
  const auto above = above_input_tok * tok_per_request;
  const auto place = std::find_if(offer.context_tiers.begin(), offer.context_tiers.end(),
                                  [&](const ContextTier& known) { return known.above_input >= above; });
  if (place != offer.context_tiers.end() && place->above_input == above) return place->prices;
  return offer.context_tiers.insert(place, ContextTier{above, {}})->prices;
}

void ApiEntry::fill_tiers() {
  const ListPrices* below = &list;
  for (ContextTier& tier : offer.context_tiers) {
    for (const auto member : members)
      if (!(tier.prices.*member)) tier.prices.*member = below->*member;
    below = &tier.prices;
  }
}

void ApiEntry::refuse(Reason reason, std::string detail) {
  if (is_refused_) return;
  is_refused_ = true;
  import_.file.left_out.push_back({reason, offer.id, path_.pointer(), std::move(detail)});
}

void ApiEntry::leave_out(std::string_view part) {
  if (std::find(parts_.begin(), parts_.end(), part) == parts_.end()) parts_.emplace_back(part);
}

void ApiEntry::check_prices() {
  if (!list.input && !list.output)
    refuse(Reason::no_price);
  else if (!list.output)
    refuse(Reason::no_output_price);
  else if (!list.input)
    refuse(Reason::no_input_price);
}

void ApiEntry::add(std::optional<Date> dated) {
  check_prices();
  if (offer.id.empty() || offer.provider.empty() || offer.model.empty())
    refuse(Reason::unreadable, offer.provider.empty() ? "no provider" : "an empty name");
  if (!dated) dated = import_.context.as_of;
  if (!dated) refuse(Reason::undated);
  if (is_refused_) return;
  if (!import_.ids.insert(offer.id).second) return refuse(Reason::duplicate);
  offer.prices = list;
  offer.cited.source = import_.file.format->source;
  offer.cited.as_of = *dated;
  import_.catalog.as_of = std::max(import_.catalog.as_of, *dated);
  for (std::string& part : parts_)
    import_.file.left_out.push_back({Reason::part, offer.id, path_.pointer(), std::move(part)});
  import_.catalog.api_offers.push_back(std::move(offer));
  ++import_.file.imported_count;
}

}  // namespace breakeven::io
