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

/// What somebody measured: bytes of one token of a long request, over all layers and in the precision that was used.
struct MeasuredCache {
  double bytes_per_token = 1;
};

using CacheKind = std::variant<GroupedCache, LatentCache, MeasuredCache>;

/// What serving a model takes of it. Layers that are neither sliding nor linear attend to the whole request; the
/// constant state of linear ones (linear attention, state spaces) is not counted.
struct Architecture {
  double params = 0;
  std::optional<double> active_params{};     // per token, of a mixture of experts
  std::optional<double> embedding_params{};  // of embeddings and output head, which quantization leaves in 16 bits
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

/// What the catalog says of a model; absent if that does not give the size of its KV cache.
std::optional<Architecture> architecture_of(const Model& model);

/// Bytes of KV cache of a request, over all layers, each kept once (MODEL 2.9): MHA and GQA 2·L·n_kv·d_h·b a token,
/// MLA L·(d_c + d_rope)·b, layers with a window at most the window's tokens.
struct CacheBytes {
  double per_token = 0;          // of the layers that keep every token
  double per_sliding_token = 0;  // of the layers that keep a window
  double window = 0;

  double of_request(double tokens) const;
};

/// Bytes of a cache whose elements take `element_bytes`. Domain: at least one layer keeps something.
CacheBytes cache_bytes(const Architecture& architecture, double element_bytes);

/// Whether tensor parallelism splits the model over so many GPUs, as vLLM's models demand: the query heads divide
/// evenly, and the KV heads do, or are copied evenly. Where the number of heads is not known, powers of 2 count.
bool splits_over(const Architecture& architecture, std::int64_t gpus);

/// The numbers of GPUs over which it splits, ascending: up to one GPU a head and 1024, or 64 where the
/// heads are not known.
std::vector<std::int64_t> splits(const Architecture& architecture);

/// The share of the weights that each of `gpus` GPUs keeps. Where tensor parallelism does not split the model, pipeline
/// parallelism is taken, whose fullest stage has the most layers.
double weight_share(const Architecture& architecture, std::int64_t gpus);

/// The share of a request's cache that each of `gpus` GPUs keeps (MODEL 2.9): KV heads are split as far as there are
/// heads, then copied; a latent is copied to every GPU. A pipeline's
/// stages keep that of their layers.
double cache_share(const Architecture& architecture, std::int64_t gpus);

}  // namespace breakeven
