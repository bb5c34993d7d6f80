// SPDX-License-Identifier: MIT
#include "breakeven/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/price_decline.hpp"

namespace breakeven {

Scenario after(const Scenario& scenario, const Trends& trends, double months) {
  Scenario later = scenario;
  const Tokens today = volume(scenario, replica(scenario.self_host, scenario.workload));
  later.workload.demand = today * std::pow(1 + trends.monthly_growth, months);
  for (HourlyPrice* price : {&later.self_host.gpu_price, &later.self_host.spot.fallback_price})
    *price = *price * price_factor(trends.gpu_decline, months);
  const double left = price_factor(trends.api_decline, months);
  for (TokenPrice* price : {&later.api.input, &later.api.output, &later.api.cache_read, &later.api.cache_write})
    *price = *price * left;
  later.api.request_fee = later.api.request_fee * left;
  for (VolumeTier& tier : later.api.tiers)
    if (auto* price = std::get_if<TokenPrice>(&tier.price)) *price = *price * left;
  return later;
}

std::vector<ForecastMonth> forecast(const Scenario& scenario, const Trends& trends, int count) {
  std::vector<ForecastMonth> months;
  for (int month = 0; month < count; ++month) {
    const Scenario then = after(scenario, trends, month);
    months.push_back({then.self_host.gpu_price, compare(then)});
  }
  return months;
}

std::vector<WinnerChange> flips(const std::vector<ForecastMonth>& months) {
  std::vector<WinnerChange> found;
  for (std::size_t i = 1; i < months.size(); ++i) {
    const Verdict before = months[i - 1].comparison.verdict;
    const Verdict now = months[i].comparison.verdict;
    if (now != before) found.push_back({static_cast<int>(i), before, now});
  }
  return found;
}

HorizonCost horizon_cost(const std::vector<ForecastMonth>& months, double annual_discount_rate) {
  HorizonCost total{.self_host = Money{}};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const double worth = std::exp(-std::log1p(annual_discount_rate) * static_cast<double>(i) / 12);
    const std::optional<Money>& self_host = months[i].comparison.self_host.cost;
    const Money api = months[i].comparison.api.cost;
    if (!self_host)
      total.self_host.reset();
    else if (total.self_host)
      *total.self_host += *self_host * worth;
    total.api += api * worth;
    total.switching += std::min(self_host.value_or(api), api) * worth;
  }
  return total;
}

}  // namespace breakeven
