// SPDX-License-Identifier: MIT
#include "breakeven/memory_fit.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven {
namespace {

// Tokens that fit in the blocks in requests of `length`; a request longer than a window frees some of its blocks.
double tokens_held(const Fit& fit, double length) {
  const double in_blocks = fit.blocks * tokens_per_block;
  const double every_layer = fit.cache.per_token + fit.cache.per_sliding_token;
  if (length <= fit.cache.window || fit.cache.per_sliding_token == 0) return in_blocks;
  return in_blocks * (every_layer * length / fit.cache.of_request(length));
}

FitLimit limit_of(const Fit& fit, const Placement& placement) {
  if (fit.left <= 0) return FitLimit::weights;
  if (fit.blocks < 1) return FitLimit::kv_cache;
  const bool holds_all = !fit.worst_concurrency || *fit.worst_concurrency >= placement.concurrency;
  return holds_all ? FitLimit::none : FitLimit::kv_cache;
}

}  // namespace

std::optional<double> Placement::longest_request() const {
  if (context) return context;
  return shape ? std::optional(shape->total().held()) : std::nullopt;
}

std::optional<double> Placement::mean_request() const {
  return shape ? std::optional(shape->input.held() + shape->output.held() / 2) : std::nullopt;
}

Fit fit(const Placement& placement) {
  constexpr double almost = 1e-12;  // tolerance for rounding, in blocks
  Fit found;
  found.weights = placement.weight_bytes * weight_share(placement.architecture, placement.gpus) / bytes_per_gib;
  found.left = placement.gpu_memory * placement.memory_utilization - found.weights - placement.overhead;
  found.cache = cache_bytes(placement.architecture, placement.cache_element_bytes);
  const double block_bytes = tokens_per_block * (found.cache.per_token + found.cache.per_sliding_token) *
                             cache_share(placement.architecture, placement.gpus);
  found.blocks = std::floor(std::max(0.0, found.left * bytes_per_gib / block_bytes) * (1 + almost));
  const auto longest = placement.longest_request();
  const auto mean = placement.mean_request();
  found.kv_tokens = std::floor(tokens_held(found, longest.value_or(0)) * (1 + almost));
  if (longest) found.worst_concurrency = tokens_held(found, *longest) / *longest;
  if (mean) found.average_concurrency = tokens_held(found, *mean) / *mean;
  found.limit = limit_of(found, placement);
  return found;
}

std::optional<Deployment> fewest_gpus(Placement placement) {
  const double requests = placement.concurrency;
  std::optional<Deployment> fewest;
  for (const std::int64_t gpus : splits(placement.architecture)) {
    placement.gpus = gpus;
    placement.concurrency = 1;
    const Fit found = fit(placement);
    if (!found.fits()) continue;
    // A request runs on one replica, so round down.
    const double each = found.worst_concurrency ? std::floor(*found.worst_concurrency) : requests;
    const Deployment deployment{gpus, static_cast<std::int64_t>(std::ceil(requests / each))};
    if (!fewest || deployment.gpus() <= fewest->gpus()) fewest = deployment;
  }
  return fewest;
}

}  // namespace breakeven
