// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "breakeven/break_even.hpp"
#include "breakeven/cost.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// p of MODEL 2.3: dollars per self-hosted token at list prices, after cache, batch, discount, token ratio and request
/// fee. The token ratio multiplies tokens, not requests. A fee needs a shape; without one, this and the functions below
/// throw std::invalid_argument.
TokenPrice effective_price(const Api& api, const Workload& workload);

/// Whether the bill is p·V: no tiers, no free tokens, no minimum.
bool is_proportional(const Api& api);

/// A(V): the month's bill for `volume` self-hosted tokens.
Money api_cost(const Api& api, const Workload& workload, Tokens volume);

/// A(V)/V; at volume 0 the list price p.
TokenPrice average_price(const Api& api, const Workload& workload, Tokens volume);

/// The bill line by line, net of discounts, tiers and free tokens. A top-up to the minimum has its own line. Zero lines
/// are left out.
std::vector<CostLine> api_breakdown(const Api& api, const Workload& workload, Tokens volume);

/// The bill as a function of the volume, without self-hosting's marginal cost.
std::vector<BillPiece> bill_pieces(const Api& api, const Workload& workload);

}  // namespace breakeven
