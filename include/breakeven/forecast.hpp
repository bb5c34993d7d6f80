// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "breakeven/compare.hpp"

namespace breakeven {

/// How a scenario changes over time. Month 0 is today.
struct Trends {
  double monthly_growth = 0;  // of the volume, compounded each month, > −1
  double gpu_decline = 0;     // of the GPU price, as a share per year, < 1; negative means it rises
  double api_decline = 0;     // of every API price, including the request fee
};

/// The scenario after some months: volume V₀·(1+g)^t, prices times (1−D)^(t/12) (MODEL 2.11). Fixed costs stay.
Scenario after(const Scenario& scenario, const Trends& trends, double months);

struct ForecastMonth {
  HourlyPrice gpu_price;
  Comparison comparison;
};

/// Months 0 to count−1, each with the verdict at its own prices and volume. Throws as compare does.
std::vector<ForecastMonth> forecast(const Scenario& scenario, const Trends& trends, int count);

/// A month whose verdict differs from the month before.
struct WinnerChange {
  int month = 0;
  Verdict from = Verdict::tie;
  Verdict to = Verdict::tie;
};
std::vector<WinnerChange> flips(const std::vector<ForecastMonth>& months);

/// The cost over the whole horizon.
struct HorizonCost {
  std::optional<Money> self_host{};  // absent if a month is infeasible
  Money api{};
  Money switching{};  // each month's cheaper side
};

/// The sum of the months' present values: each cost times (1+r)^(−month), with r the monthly rate of
/// `annual_discount_rate`.
HorizonCost horizon_cost(const std::vector<ForecastMonth>& months, double annual_discount_rate = 0);

}  // namespace breakeven
