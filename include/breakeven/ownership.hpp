// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/units.hpp"

namespace breakeven {

/// r/(1−(1+r)^−n): the monthly share of a price that pays it back with interest over n months; 1/n without interest
/// (MODEL 2.11). Domain: rate > −1, months > 0.
double capital_recovery_factor(double monthly_rate, double months);

/// (1+r_a)^(1/12) − 1.
double monthly_rate(double annual_rate);

/// One purchased GPU, with its share of the machine.
struct Ownership {
  Money price;  // C₀
  double life_months = 36;
  double residual = 0;         // resale value at the end of its life, as a share of the price
  double cost_of_capital = 0;  // per year
  double kilowatts = 0;        // measured draw of the running load, not the rating
  double power_usage_effectiveness = 1;
  Money per_kilowatt_hour{};
  Money colocation{};  // per month
  Money support{};     // per month
};

/// The monthly cost of owning.
struct OwnedCost {
  Money capital;  // CRF·(C₀ − residual/(1+r)^n)
  Money power;    // kW·PUE·price·hours
  Money colocation;
  Money support;

  Money running() const { return power + colocation + support; }
  Money total() const { return capital + running(); }
};

/// The monthly cost of MODEL 2.11 with `powered` hours. Domain: life > 0, the rest >= 0.
OwnedCost owned_cost(const Ownership& ownership, Time powered);

}  // namespace breakeven
