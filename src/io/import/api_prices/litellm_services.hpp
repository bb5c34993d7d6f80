// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/api_prices/entry.hpp"

namespace breakeven::io {

/// The price that a LiteLLM key holds, from the suffix after its name.
struct PriceSuffix {
  std::optional<double> above_input_tok{};
  std::optional<ServiceTier> service{};
};
/// Parses `_above_272k_tokens_flex`, either part alone, or an empty suffix.
std::optional<PriceSuffix> parse_price_suffix(std::string_view suffix);

/// Completes an entry's service tiers with what LiteLLM itself takes from standard service: the cache prices of flex
/// and priority. Does not create context tiers that only standard service prices. Drops a tier without an input or
/// output price. Call before tiers are filled.
void complete_services(ApiEntry& entry);

/// Turns a batch tier whose prices are a fixed share of the list prices into a discount. Call after tiers are filled.
void take_batch_discount(ApiEntry& entry);

}  // namespace breakeven::io
