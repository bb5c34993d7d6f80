// SPDX-License-Identifier: MIT
#pragma once

namespace breakeven {

/// Shares of an amount, above the error of a few roundings and below what anybody would tell apart.

/// Costs that differ by less are a tie.
inline constexpr double tie_tolerance = 1e-9;
/// A volume this close to the end of a step or of a tier belongs to it.
inline constexpr double edge_tolerance = 1e-12;
/// Of a comparison of costs on the way to a break-even: some ulps, what a chain of products of decimals loses.
inline constexpr double cost_tolerance = 1e-14;

/// Replicas that a double still counts one by one.
inline constexpr double most_replicas = 1e15;

}  // namespace breakeven
