// SPDX-License-Identifier: MIT
#include "analysis/traffic/answer.hpp"

#include <algorithm>
#include <vector>

namespace breakeven::app {

std::optional<OtherWay> cheapest_other(const TrafficAnswer& answer) {
  const TrafficSizing& sizing = *answer.sizing;
  const Money best = sizing.hybrid.best.cost();
  std::vector<OtherWay> others;
  if (answer.schedule && answer.schedule->is_ever_on()) {
    const Money cost = answer.schedule->schedule.cost();
    others.push_back({"schedule", "this schedule", cost, answer.schedule->always_on.cost() - cost});
  }
  if (answer.serverless) {
    const Money cost = answer.serverless->cost;
    const bool is_exact = answer.serverless->approximation.empty();
    others.push_back(
        {"serverless", is_exact ? "a serverless path" : "a serverless path, approximately,", cost, best - cost});
  }
  if (sizing.has_layer_prices())
    others.push_back({"layer_mix", "the mix of layers", sizing.layers.cost, best - sizing.layers.cost});
  const auto most = std::max_element(others.begin(), others.end(),
                                     [](const OtherWay& a, const OtherWay& b) { return a.saving < b.saving; });
  constexpr double rounding = 1e-9;
  if (most == others.end() || most->saving <= best * rounding) return std::nullopt;
  return *most;
}

}  // namespace breakeven::app
