// SPDX-License-Identifier: MIT
#include "breakeven/roofline.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven {
namespace {

constexpr Interval dense_band{.low = 0.6, .high = 1.4};
constexpr Interval mixture_band{.low = 0.5, .high = 1.8};

// Operations to prefill one request.
double prefill_operations(const Architecture& architecture, double input) {
  const double whole_layers = architecture.layers - architecture.sliding_layers - architecture.linear_layers;
  const double attended =
      whole_layers * input + architecture.sliding_layers * std::min(input, architecture.sliding_window);
  return 2 * architecture.params_per_token() * input + 2 * *architecture.hidden_size * attended * input;
}

// Bytes of weights that a step reads at this batch size.
double weights_read(const Placement& placement, double batch) {
  const Architecture& architecture = placement.architecture;
  if (!architecture.experts || !architecture.experts_per_token) return placement.weight_bytes;
  const double idle = std::pow(1 - *architecture.experts_per_token / *architecture.experts, batch);
  return placement.weight_bytes * (1 - idle);
}

}  // namespace

RooflineEstimate roofline(const Placement& placement, const Fit& fit, double operations_per_second,
                          double bytes_per_second, double most_batch) {
  const Architecture& architecture = placement.architecture;
  const auto gpus = static_cast<double>(placement.gpus);
  const double operations = gpus * operations_per_second * fitted_flops_utilization;
  const double bandwidth = gpus * bytes_per_second * fitted_bandwidth_utilization;
  const double input = placement.shape->input.held();
  const double output = placement.shape->output.held();
  const double batch = std::min(most_batch, *fit.average_concurrency);

  // Each GPU reads its own copy of the cache.
  const double copies = gpus * cache_share(architecture, placement.gpus);
  const double read = weights_read(placement, batch) + batch * copies * fit.cache.of_request(*placement.mean_request());
  const double step = std::max(2 * architecture.params_per_token() * batch / operations, read / bandwidth);
  const double prefill = prefill_operations(architecture, input) / operations;
  const double duration = prefill + output * step / batch;
  return {.batch = batch,
          .prefill = input / prefill * token / second,
          .decode = batch / step * token / second,
          .total = (input + output) / duration * token / second,
          .output = output / duration * token / second,
          .band = architecture.is_mixture() ? mixture_band : dense_band};
}

}  // namespace breakeven
