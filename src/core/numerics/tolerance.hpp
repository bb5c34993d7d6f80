// SPDX-License-Identifier: MIT
#pragma once

namespace breakeven {

/// Relative tolerances, above the error of a few roundings and below any noticeable difference.

/// Costs that differ by less are a tie.
inline constexpr double tie_tolerance = 1e-9;
/// A volume this close to the end of a step or of a tier belongs to it.
inline constexpr double edge_tolerance = 1e-12;
/// For comparing costs while searching a break-even: a few ulps, the error of a chain of decimal products.
inline constexpr double cost_tolerance = 1e-14;

/// The limit up to which a double counts single replicas.
inline constexpr double most_replicas = 1e15;

}  // namespace breakeven
