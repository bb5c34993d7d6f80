// SPDX-License-Identifier: MIT
#include "breakeven/ownership.hpp"

#include <cmath>

namespace breakeven {

double capital_recovery_factor(double monthly_rate, double months) {
  if (monthly_rate == 0) return 1 / months;
  return monthly_rate / -std::expm1(-months * std::log1p(monthly_rate));
}

double monthly_rate(double annual_rate) { return std::expm1(std::log1p(annual_rate) / 12); }

OwnedCost owned_cost(const Ownership& ownership, Time powered) {
  const double rate = monthly_rate(ownership.cost_of_capital);
  const double worth_today = std::exp(-ownership.life_months * std::log1p(rate));
  const Money sunk = ownership.price - ownership.price * (ownership.residual * worth_today);
  const double kilowatt_hours = ownership.kilowatts * ownership.power_usage_effectiveness * (powered / hour);
  return {.capital = sunk * capital_recovery_factor(rate, ownership.life_months),
          .power = ownership.per_kilowatt_hour * kilowatt_hours,
          .colocation = ownership.colocation,
          .support = ownership.support};
}

}  // namespace breakeven
