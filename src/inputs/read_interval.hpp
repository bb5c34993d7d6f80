// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "breakeven/interval.hpp"
#include "inputs/option_row.hpp"

namespace breakeven::app {

/// Reads one value or a range in the row's domain: a number in the key's unit, or text. Problems call it `label`.
std::variant<Interval, QuantityProblem> read_interval(const OptionRow& row, std::string_view label,
                                                      const std::variant<std::string, double>& value, UnitPolicy policy,
                                                      double hours_per_month);

}  // namespace breakeven::app
