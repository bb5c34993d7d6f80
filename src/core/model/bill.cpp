// SPDX-License-Identifier: MIT
#include "breakeven/bill.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

// The token prices per self-hosted token, by the share of the traffic that pays them.
struct PricedShare {
  Component component;
  double share;  // of total tokens
  TokenPrice price;
};

std::array<PricedShare, 4> priced_shares(const Api& api, const Workload& workload) {
  const double in = workload.input_share;
  const double fresh = std::max(0.0, 1 - workload.cache_hit - workload.cache_write);
  return {{{Component::input, in * fresh, api.input},
           {Component::cache_read, in * workload.cache_hit, api.cache_read},
           {Component::cache_write, in * workload.cache_write, api.cache_write},
           {Component::output, workload.input_share.complement(), api.output}}};
}

double net_of_discounts(const Api& api) {
  return (1 - api.batch_share * api.batch_discount) * api.discount.complement() * api.token_ratio;
}

TokenPrice fee_per_token(const Api& api, const Workload& workload) {
  if (api.request_fee == RequestFee{}) return {};
  if (!workload.shape) throw std::invalid_argument("a request fee needs a request shape");
  return api.request_fee * static_cast<double>(api.discount.complement()) / workload.shape->total();
}

// Tier 0 has the list prices.
TokenPrice price_in(const Api& api, std::size_t tier, TokenPrice list) {
  if (tier == 0) return list;
  const auto& price = api.tiers[tier - 1].price;
  if (const auto* flat = std::get_if<TokenPrice>(&price)) return *flat;
  return list * static_cast<double>(std::get<Fraction>(price).complement());
}

// Per self-hosted token, like the volumes below.
TokenPrice token_price_in(const Api& api, const Workload& workload, std::size_t tier) {
  TokenPrice blended;
  for (const PricedShare& part : priced_shares(api, workload)) blended += price_in(api, tier, part.price) * part.share;
  return blended * net_of_discounts(api);
}

Tokens free_volume(const Api& api) { return api.free / api.token_ratio; }

Tokens begin_of(const Api& api, std::size_t tier) {
  return tier == 0 ? Tokens{} : api.tiers[tier - 1].above / api.token_ratio;
}
Tokens end_of(const Api& api, std::size_t tier) {
  return tier < api.tiers.size() ? begin_of(api, tier + 1) : Tokens::from_held(std::numeric_limits<double>::infinity());
}

// Tolerates rounding: a volume must be clearly above a threshold.
std::size_t tier_at(const Api& api, Tokens volume) {
  std::size_t tier = 0;
  while (tier < api.tiers.size() && volume > begin_of(api, tier + 1) * (1 + edge_tolerance)) ++tier;
  return tier;
}

// The number of tokens of `volume` that pay the prices of `tier`.
Tokens charged_in(const Api& api, std::size_t tier, Tokens volume) {
  if (api.tier_kind == TierKind::all_units)
    return tier == tier_at(api, volume) ? std::max(Tokens{}, volume - free_volume(api)) : Tokens{};
  const Tokens begin = std::max(begin_of(api, tier), free_volume(api));
  return std::max(Tokens{}, std::min(volume, end_of(api, tier)) - begin);
}

// The bill for tokens and requests, before the minimum.
Money usage_cost(const Api& api, const Workload& workload, Tokens volume) {
  if (api.tiers.empty() && api.free == Tokens{}) return effective_price(api, workload) * volume;
  Money cost = fee_per_token(api, workload) * volume;
  for (std::size_t tier = 0; tier <= api.tiers.size(); ++tier)
    cost += token_price_in(api, workload, tier) * charged_in(api, tier, volume);
  return cost;
}

// The pieces of the usage cost. Marginal tiers connect; with all units, each tier starts anew from the free tokens.
std::vector<BillPiece> usage_pieces(const Api& api, const Workload& workload) {
  std::vector<Tokens> starts{Tokens{}};
  for (std::size_t tier = 1; tier <= api.tiers.size(); ++tier) starts.push_back(begin_of(api, tier));
  if (api.free > Tokens{}) starts.push_back(free_volume(api));
  std::sort(starts.begin(), starts.end());
  const TokenPrice fee = fee_per_token(api, workload);
  std::vector<BillPiece> pieces;
  for (const Tokens start : starts) {
    std::size_t tier = 0;
    while (tier < api.tiers.size() && begin_of(api, tier + 1) <= start) ++tier;
    const bool is_free = start < free_volume(api);
    const TokenPrice price = is_free ? TokenPrice{} : token_price_in(api, workload, tier);
    Money intercept;
    if (api.tier_kind == TierKind::all_units)
      intercept = -(price * free_volume(api));
    else if (!pieces.empty())
      intercept = pieces.back().intercept + (pieces.back().slope - price - fee) * start;
    pieces.push_back({start, intercept, price + fee});
  }
  return pieces;
}

// A piece stays at the minimum until its line exceeds it; prices are not negative.
void add_above_minimum(const BillPiece& piece, Tokens end, Money minimum, std::vector<BillPiece>& pieces) {
  if (piece.intercept + piece.slope * piece.from >= minimum) return pieces.push_back(piece);
  pieces.push_back({piece.from, minimum, {}});
  if (piece.slope == TokenPrice{}) return;
  const Tokens reached = (minimum - piece.intercept) / piece.slope;
  if (reached < end) pieces.push_back({std::max(reached, piece.from), piece.intercept, piece.slope});
}

}  // namespace

TokenPrice effective_price(const Api& api, const Workload& workload) {
  return token_price_in(api, workload, 0) + fee_per_token(api, workload);
}

bool is_proportional(const Api& api) { return api.tiers.empty() && api.free == Tokens{} && api.minimum == Money{}; }

Money api_cost(const Api& api, const Workload& workload, Tokens volume) {
  return std::max(api.minimum, usage_cost(api, workload, volume));
}

TokenPrice average_price(const Api& api, const Workload& workload, Tokens volume) {
  if (volume == Tokens{} || is_proportional(api)) return effective_price(api, workload);
  return api_cost(api, workload, volume) / volume;
}

std::vector<CostLine> api_breakdown(const Api& api, const Workload& workload, Tokens volume) {
  std::vector<CostLine> lines;
  for (const PricedShare& part : priced_shares(api, workload)) {
    Money cost;
    for (std::size_t tier = 0; tier <= api.tiers.size(); ++tier)
      cost += price_in(api, tier, part.price) * charged_in(api, tier, volume) * (part.share * net_of_discounts(api));
    add_line(lines, part.component, cost);
  }
  add_line(lines, Component::requests, fee_per_token(api, workload) * volume);
  add_line(lines, Component::minimum, std::max(Money{}, api.minimum - usage_cost(api, workload, volume)));
  return lines;
}

std::vector<BillPiece> bill_pieces(const Api& api, const Workload& workload) {
  const std::vector<BillPiece> usage = usage_pieces(api, workload);
  std::vector<BillPiece> pieces;
  for (std::size_t i = 0; i < usage.size(); ++i) {
    const bool is_last = i + 1 == usage.size();
    const Tokens end = is_last ? Tokens::from_held(std::numeric_limits<double>::infinity()) : usage[i + 1].from;
    add_above_minimum(usage[i], end, api.minimum, pieces);
  }
  return pieces;
}

}  // namespace breakeven
