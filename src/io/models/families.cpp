// SPDX-License-Identifier: MIT
#include "io/models/families.hpp"

#include <algorithm>
#include <array>

namespace breakeven::io {
namespace {

constexpr std::array families{
    ModelFamily{.name = "llama", .states_kv_heads = false},
    ModelFamily{.name = "mistral"},
    ModelFamily{.name = "qwen2", .has_query_bias = true},
    ModelFamily{.name = "qwen3", .normalizes_heads = true, .states_head_dim = true},
    ModelFamily{.name = "mixtral", .is_mixture = true},
    ModelFamily{.name = "qwen3_moe",
                .is_mixture = true,
                .normalizes_heads = true,
                .sizes_experts_apart = true,
                .states_head_dim = true},
    ModelFamily{.name = "deepseek_v3",
                .is_mixture = true,
                .is_latent = true,
                .has_router_bias = true,
                .sizes_experts_apart = true},
    ModelFamily{
        .name = "kimi_k2", .is_mixture = true, .is_latent = true, .has_router_bias = true, .sizes_experts_apart = true},
    ModelFamily{.name = "gpt_oss",
                .is_mixture = true,
                .has_sinks = true,
                .has_router_bias = true,
                .has_expert_bias = true,
                .states_head_dim = true,
                .counts_embedding = false},
};

double grouped_attention(const ModelFamily& family, const ModelShape& shape) {
  const double queries = shape.attention_heads * shape.head_dim;
  const double keys_and_values = 2 * shape.kv_heads * shape.head_dim;
  double params = shape.hidden_size * (queries + keys_and_values) + queries * shape.hidden_size;
  if (family.has_query_bias || shape.has_attention_bias) params += queries + keys_and_values;
  if (shape.has_attention_bias) params += shape.hidden_size;
  if (family.normalizes_heads) params += 2 * shape.head_dim;
  if (family.has_sinks) params += shape.attention_heads;
  return params;
}

// Queries, and keys with values, pass through a low rank and are normalized there; rotary parts are separate.
double latent_attention(const ModelShape& shape) {
  const double query = shape.qk_nope_head_dim + shape.qk_rope_head_dim;
  const double queries = shape.attention_heads * query;
  const double down =
      shape.q_lora_rank > 0 ? (shape.hidden_size + 1 + queries) * shape.q_lora_rank : shape.hidden_size * queries;
  const double keys_and_values =
      shape.hidden_size * (shape.kv_lora_rank + shape.qk_rope_head_dim) + shape.kv_lora_rank +
      shape.kv_lora_rank * shape.attention_heads * (shape.qk_nope_head_dim + shape.v_head_dim);
  return down + keys_and_values + shape.attention_heads * shape.v_head_dim * shape.hidden_size;
}

// Gate and up, then down.
double gated_mlp(const ModelShape& shape, double size, bool has_bias) {
  return 3 * shape.hidden_size * size + (has_bias ? 2 * size + shape.hidden_size : 0);
}

}  // namespace

std::span<const ModelFamily> model_families() { return families; }

const ModelFamily* find_family(std::string_view name) {
  const auto* found = std::find_if(families.begin(), families.end(), [&](const auto& row) { return row.name == name; });
  return found == families.end() ? nullptr : found;
}

ParameterCount count_parameters(const ModelFamily& family, const ModelShape& shape) {
  const double embedding = shape.vocabulary * shape.hidden_size;
  const double sparse_layers = family.is_mixture ? shape.layers - shape.dense_layers : 0;
  const double dense_layers = shape.layers - sparse_layers;
  const double expert = gated_mlp(shape, shape.expert_size, family.has_expert_bias);
  const double router = shape.hidden_size * shape.experts + (family.has_router_bias ? shape.experts : 0);
  const double norms = 2 * shape.hidden_size;
  const double attention = family.is_latent ? latent_attention(shape) : grouped_attention(family, shape);

  ParameterCount count;
  count.embeddings = shape.ties_embeddings ? embedding : 2 * embedding;
  count.experts = sparse_layers * shape.experts * expert;
  count.total = count.embeddings + shape.hidden_size + shape.layers * (attention + norms) +
                dense_layers * gated_mlp(shape, shape.intermediate_size, shape.has_mlp_bias) +
                sparse_layers * (router + shape.shared_experts * expert) + count.experts;
  const double idle = sparse_layers * (shape.experts - shape.experts_per_token) * expert;
  count.active = count.total - idle - (family.counts_embedding || shape.ties_embeddings ? 0 : embedding);
  return count;
}

}  // namespace breakeven::io
