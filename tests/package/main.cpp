// SPDX-License-Identifier: MIT
#include <cstdio>

#include <breakeven/breakeven.hpp>

int main() {
  using namespace breakeven;

  const Scenario scenario{
      .self_host = {.gpu_price = 2.5 * usd / hour, .throughput = TotalRate{2500.0 * token / second}},
      .api = {.input = 0.6 * usd / mtok, .output = 0.6 * usd / mtok, .cache_read = 0.6 * usd / mtok},
      .workload = {.demand = 1000.0 * mtok},
  };
  const Comparison comparison = compare(scenario);

  std::printf("%.2f usd against %.2f usd a month: ", comparison.self_host.cost.value() / usd,
              comparison.api.cost / usd);
  std::printf("self-hosting breaks even at %.1f%% utilization\n",
              100 * comparison.break_even.utilization.value.value());
}
