// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "breakeven/compare.hpp"

namespace breakeven {

/// How a scenario changes with time. Month 0 is today.
struct Trends {
  double monthly_growth = 0;  // of the volume, compounded each month, > −1
  double gpu_decline = 0;     // of the GPU price, the share within a year, < 1; below 0 it rises
  double api_decline = 0;     // of every API price, the request fee included
};

/// The scenario after some months: V₀·(1+g)^t, and prices times (1−D)^(t/12) (MODEL 2.11). Fixed costs stay.
Scenario after(const Scenario& scenario, const Trends& trends, double months);

struct ForecastMonth {
  HourlyPrice gpu_price;
  Comparison comparison;
};

/// The months 0 to count−1, each with the verdict of its own prices and volume. Throws as compare does.
std::vector<ForecastMonth> forecast(const Scenario& scenario, const Trends& trends, int count);

/// A month whose verdict is not that of the month before.
struct WinnerChange {
  int month = 0;
  Verdict from = Verdict::tie;
  Verdict to = Verdict::tie;
};
std::vector<WinnerChange> flips(const std::vector<ForecastMonth>& months);

/// What the whole horizon costs.
struct HorizonCost {
  std::optional<Money> self_host{};  // absent if a month of it is infeasible
  Money api{};
  Money switching{};  // each month's cheaper side
};

/// The sum of the months, each worth its cost times (1+r)^(−month) today, with r the monthly rate of
/// `annual_discount_rate`.
HorizonCost horizon_cost(const std::vector<ForecastMonth>& months, double annual_discount_rate = 0);

}  // namespace breakeven
