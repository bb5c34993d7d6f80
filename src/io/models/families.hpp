// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace breakeven::io {

/// The numbers of a config.json that determine tensor sizes. Absent ones are 0.
struct ModelShape {
  double hidden_size = 0;
  double layers = 0;
  double vocabulary = 0;
  double attention_heads = 0;
  double kv_heads = 0;
  double head_dim = 0;
  double intermediate_size = 0;  // of a dense layer
  double expert_size = 0;        // of one routed expert
  double experts = 0;
  double experts_per_token = 0;
  double shared_experts = 0;
  double dense_layers = 0;  // in a mixture: layers without experts
  double q_lora_rank = 0;
  double kv_lora_rank = 0;
  double qk_nope_head_dim = 0;
  double qk_rope_head_dim = 0;
  double v_head_dim = 0;
  bool ties_embeddings = false;
  bool has_attention_bias = false;
  bool has_mlp_bias = false;
};

/// A model's parameters by use.
struct ParameterCount {
  double total = 0;
  double active = 0;  // per token; equals total for a dense model
  double embeddings = 0;
  double experts = 0;  // all routed ones
};

/// How a family's tensors differ from Llama's, which has RMS norms, a gated MLP and rotary positions.
struct ModelFamily {
  std::string_view name;  // "model_type"
  bool is_mixture = false;
  bool is_latent = false;         // multi-head latent attention
  bool has_query_bias = false;    // q, k and v always have a bias
  bool normalizes_heads = false;  // one norm over the query heads' dimension, one over the key heads'
  bool has_sinks = false;         // one number per query head
  bool has_router_bias = false;
  bool has_expert_bias = false;
  bool sizes_experts_apart = false;  // "moe_intermediate_size"
  bool states_head_dim = false;      // the config must give it: hidden size / heads is wrong
  bool states_kv_heads = true;       // the config must give it: the number of query heads is wrong
  bool counts_embedding = true;      // the publisher counts the input embedding as active
};

/// Sources: the modeling files of Hugging Face transformers; the counts match the totals of the model cards.
std::span<const ModelFamily> model_families();
/// Null if the family is unknown.
const ModelFamily* find_family(std::string_view name);

ParameterCount count_parameters(const ModelFamily& family, const ModelShape& shape);

}  // namespace breakeven::io
