// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/entry.hpp"

namespace breakeven::io {

/// The unit of a price in a foreign file.
enum class Per { token, mtok };

/// A key of a foreign file, and the price that it holds.
struct PriceKey {
  std::string_view key;
  std::optional<Range<TokenPrice>> ListPrices::*price;
};

/// One entry of a price list while it becomes an API offer.
class ApiEntry : public Entry {
 public:
  ApiEntry(ImportRun& run, std::string key, const Path& path);

  /// The price at `key` of the entry. Null counts as absent; anything else that is not a price is refused.
  std::optional<Range<TokenPrice>> price(const Json& value, std::string_view key, Per per);
  /// The prices at these keys of `object`.
  ListPrices prices(const Json& object, std::span<const PriceKey> keys, Per per);

  /// The prices of a request whose input exceeds `above_input_tok`, in standard service or in a tier. Created on first
  /// use.
  ListPrices& tier(double above_input_tok) { return tier(offer.context_tiers, above_input_tok); }
  ListPrices& tier(std::vector<ContextTier>& tiers, double above_input_tok);
  /// The prices of that service tier. Created on first use.
  ServiceTierPrices& service(ServiceTier tier);
  /// Fills prices missing in a tier from the tier below: what a format does not repeat stays the same.
  void fill_tiers();

  /// Adds the offer to the catalog, unless it lacks a price, a date or a unique id.
  void add(std::optional<Date> dated = std::nullopt);

  ApiOffer offer{};
  ListPrices list{};

 private:
  void check_prices();
  void remark_high(const ListPrices& prices, std::span<const ContextTier> tiers);

  ListPrices refused_tier_{};
};

}  // namespace breakeven::io
