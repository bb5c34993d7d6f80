// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/api_prices/entry.hpp"

namespace breakeven::io {

/// Which price a key of LiteLLM is, by what follows its name.
struct PriceSuffix {
  std::optional<double> above_input_tok{};
  std::optional<ServiceTier> service{};
};
/// Of `_above_272k_tokens_flex`, of either part alone, or of nothing.
std::optional<PriceSuffix> parse_price_suffix(std::string_view suffix);

/// Completes the service tiers of an entry with what LiteLLM's own calculation takes from standard service: cache
/// prices of flex and priority. Context tiers of standard service in which a tier has no prices of its own stay
/// without. A tier without input or output price is left out. To be called before tiers are filled.
void complete_services(ApiEntry& entry);

/// Makes a batch tier whose prices are one share of the list prices a discount. To be called after tiers are filled.
void take_batch_discount(ApiEntry& entry);

}  // namespace breakeven::io
