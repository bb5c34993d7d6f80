// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

/// Keys and values of `kv_heads` heads, shared by the query heads of a group (MHA, GQA, MQA).
struct GroupedCache {
  double kv_heads = 1;
  double head_dim = 1;
};

/// One latent vector and its rotary part for all heads (multi-head latent attention, MLA).
struct LatentCache {
  double kv_lora_rank = 1;
  double qk_rope_head_dim = 0;
};

/// A measured cache: bytes per token of a long request, over all layers, in the precision used.
struct MeasuredCache {
  double bytes_per_token = 1;
};

using CacheKind = std::variant<GroupedCache, LatentCache, MeasuredCache>;

/// The parts of a model that decide how it is served. Layers that are neither sliding nor linear attend to the whole
/// request. The constant state of linear layers (linear attention, state spaces) is not counted.
struct Architecture {
  double params = 0;
  std::optional<double> active_params{};     // per token, of a mixture of experts
  std::optional<double> embedding_params{};  // embeddings and output head, which quantization leaves in 16 bits
  std::optional<double> expert_params{};     // of all routed experts
  double layers = 1;
  double sliding_layers = 0;  // attend to, and keep, the last `sliding_window` tokens
  double sliding_window = 0;  // tokens
  double linear_layers = 0;   // linear attention, state spaces
  CacheKind cache = GroupedCache{};
  std::optional<double> attention_heads{};
  std::optional<double> hidden_size{};
  std::optional<double> experts{};
  std::optional<double> experts_per_token{};

  double params_per_token() const { return active_params.value_or(params); }
  bool is_mixture() const { return active_params || experts; }
};

/// The architecture that the catalog gives for a model; absent if it does not give the size of the KV cache.
std::optional<Architecture> architecture_of(const Model& model);

/// Bytes of a request's KV cache over all layers, each stored once (MODEL 2.9). Per token, MHA and GQA take
/// 2·L·n_kv·d_h·b, MLA takes L·(d_c + d_rope)·b. Layers with a window keep at most the window's tokens.
struct CacheBytes {
  double per_token = 0;          // for the layers that keep every token
  double per_sliding_token = 0;  // for the layers that keep a window
  double window = 0;

  double of_request(double tokens) const;
};

/// Cache size if one element takes `element_bytes`. Domain: at least one layer keeps a cache.
CacheBytes cache_bytes(const Architecture& architecture, double element_bytes);

/// Whether tensor parallelism can split the model over `gpus` GPUs, by the rules of vLLM's models: the query heads
/// divide evenly, and the KV heads divide or replicate evenly. If the number of heads is unknown, powers of 2 are
/// allowed.
bool splits_over(const Architecture& architecture, std::int64_t gpus);

/// The GPU counts over which the model splits, ascending: up to one GPU per head and at most 1024; up to 64 if the
/// heads are unknown.
std::vector<std::int64_t> splits(const Architecture& architecture);

/// The share of the weights on each of `gpus` GPUs. If tensor parallelism cannot split the model, pipeline parallelism
/// is assumed; the result is then the share of the stage with the most layers.
double weight_share(const Architecture& architecture, std::int64_t gpus);

/// The share of a request's cache on each of `gpus` GPUs (MODEL 2.9). KV heads are split until each GPU has one, then
/// copied; a latent is copied to every GPU. A pipeline stage keeps the cache of its own layers.
double cache_share(const Architecture& architecture, std::int64_t gpus);

}  // namespace breakeven
