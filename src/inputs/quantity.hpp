// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace breakeven::app {

/// What a value measures, and thus the units it can be typed in.
enum class Measure {
  hourly_price,
  second_price,
  monthly_money,
  token_price,
  request_fee,
  token_rate,
  monthly_tokens,
  monthly_requests,
  duration,
  latency,
  seconds,
  hourly_count,
  monthly_count,
  context_cost,
  tokens,
  count,
  ratio,
  multiplier,
  monthly_growth,
  yearly_decline,
  yearly_interest,
  span,
  money,
  power,
  energy_price,
  memory,
  id,
  word,
  tiers
};

/// The unit in the JSON key, in readable form ("usd/h"); empty for counts, ratios and multipliers.
std::string_view unit_of(Measure measure);

/// A number in the key's unit, times a power of the month's length: 33M/day is 1375000 times the month's hours.
struct Amount {
  double number = 0;
  int month_power = 0;

  double in_month(double hours_per_month) const;
};

/// One figure (low == high) or a band.
struct AmountRange {
  Amount low;
  Amount high;
};

struct QuantityProblem {
  std::string_view code;
  std::string message;
  std::string help;
};

/// Whether a number needs a unit (in an option or a variable), or without one has the unit of its key (in a file, which
/// shows the key).
enum class UnitPolicy { optional, required };

/// Reads `number [mult] [currency] [unit] [/ [mult] unit]` or `number%`, or a band `A..B` of two of those.
std::variant<AmountRange, QuantityProblem> parse_quantity(std::string_view text, Measure measure, UnitPolicy policy);

}  // namespace breakeven::app
