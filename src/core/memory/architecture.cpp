// SPDX-License-Identifier: MIT
#include "breakeven/architecture.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven {
namespace {

constexpr std::int64_t most_gpus = 1024;
constexpr std::int64_t most_gpus_without_heads = 64;  // if the heads are unknown

double elements_per_layer(const GroupedCache& cache) { return 2 * cache.kv_heads * cache.head_dim; }
double elements_per_layer(const LatentCache& cache) { return cache.kv_lora_rank + cache.qk_rope_head_dim; }

bool divides(std::int64_t divisor, std::int64_t number) { return number % divisor == 0; }

// The kind of cache that the model's fields describe.
std::optional<CacheKind> cache_of(const Model& model) {
  if (model.kv_heads && model.head_dim) return GroupedCache{*model.kv_heads, *model.head_dim};
  if (model.kv_lora_rank && model.qk_rope_head_dim) return LatentCache{*model.kv_lora_rank, *model.qk_rope_head_dim};
  return std::nullopt;
}

}  // namespace

std::optional<Architecture> architecture_of(const Model& model) {
  const auto cache = cache_of(model);
  const double sliding = model.sliding_layers.value_or(0);
  const double linear = model.linear_layers.value_or(0);
  if (!cache || !model.layers || (sliding > 0 && !model.sliding_window_tok)) return std::nullopt;
  if (sliding + linear > *model.layers || linear == *model.layers) return std::nullopt;
  return Architecture{.params = model.params,
                      .active_params = model.active_params,
                      .embedding_params = model.embedding_params,
                      .expert_params = model.expert_params,
                      .layers = *model.layers,
                      .sliding_layers = sliding,
                      .sliding_window = model.sliding_window_tok.value_or(0),
                      .linear_layers = linear,
                      .cache = *cache,
                      .attention_heads = model.attention_heads,
                      .hidden_size = model.hidden_size,
                      .experts = model.experts,
                      .experts_per_token = model.experts_per_token};
}

double CacheBytes::of_request(double tokens) const {
  return per_token * tokens + per_sliding_token * std::min(tokens, window);
}

CacheBytes cache_bytes(const Architecture& architecture, double element_bytes) {
  if (const auto* measured = std::get_if<MeasuredCache>(&architecture.cache))
    return {.per_token = measured->bytes_per_token};
  const auto* grouped = std::get_if<GroupedCache>(&architecture.cache);
  const double elements =
      grouped ? elements_per_layer(*grouped) : elements_per_layer(std::get<LatentCache>(architecture.cache));
  const double whole_layers = architecture.layers - architecture.sliding_layers - architecture.linear_layers;
  return {.per_token = whole_layers * elements * element_bytes,
          .per_sliding_token = architecture.sliding_layers * elements * element_bytes,
          .window = architecture.sliding_window};
}

bool splits_over(const Architecture& architecture, std::int64_t gpus) {
  if (!architecture.attention_heads) return (gpus & (gpus - 1)) == 0;
  if (!divides(gpus, static_cast<std::int64_t>(*architecture.attention_heads))) return false;
  const auto* grouped = std::get_if<GroupedCache>(&architecture.cache);
  if (!grouped) return true;
  const auto kv_heads = static_cast<std::int64_t>(grouped->kv_heads);
  return divides(gpus, kv_heads) || divides(kv_heads, gpus);
}

std::vector<std::int64_t> splits(const Architecture& architecture) {
  std::vector<std::int64_t> found;
  const auto most = architecture.attention_heads
                        ? std::min(most_gpus, static_cast<std::int64_t>(*architecture.attention_heads))
                        : most_gpus_without_heads;
  for (std::int64_t gpus = 1; gpus <= most; ++gpus)
    if (splits_over(architecture, gpus)) found.push_back(gpus);
  return found;
}

double weight_share(const Architecture& architecture, std::int64_t gpus) {
  const auto count = static_cast<double>(gpus);
  if (splits_over(architecture, gpus)) return 1 / count;
  return std::ceil(architecture.layers / count) / architecture.layers;
}

double cache_share(const Architecture& architecture, std::int64_t gpus) {
  const auto count = static_cast<double>(gpus);
  if (!splits_over(architecture, gpus)) return weight_share(architecture, gpus);
  if (std::holds_alternative<MeasuredCache>(architecture.cache)) return 1 / count;
  const auto* grouped = std::get_if<GroupedCache>(&architecture.cache);
  return grouped ? std::max(1 / count, 1 / grouped->kv_heads) : 1;
}

}  // namespace breakeven
