// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "inputs/option_row.hpp"

namespace breakeven::app {

/// What was typed for a quantity, in the unit of its key: one value (low == high), or a range.
struct Bounds {
  double low = 0;
  double high = 0;
};

/// Reads a number in the key's unit, or text with or without its unit, within the row's domain. `label` is what the
/// problem calls it.
std::variant<Bounds, QuantityProblem> read_bounds(const OptionRow& row, std::string_view label,
                                                  const std::variant<std::string, double>& value, Bare bare,
                                                  double hours_per_month);

}  // namespace breakeven::app
