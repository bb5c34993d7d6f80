// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace breakeven::io {

/// The numbers of a config.json that tensors are made of. Absent ones are 0.
struct ModelShape {
  double hidden_size = 0;
  double layers = 0;
  double vocabulary = 0;
  double attention_heads = 0;
  double kv_heads = 0;
  double head_dim = 0;
  double intermediate_size = 0;  // of a dense layer
  double expert_size = 0;        // the same of one routed expert
  double experts = 0;
  double experts_per_token = 0;
  double shared_experts = 0;
  double dense_layers = 0;  // of a mixture: those without experts
  double q_lora_rank = 0;
  double kv_lora_rank = 0;
  double qk_nope_head_dim = 0;
  double qk_rope_head_dim = 0;
  double v_head_dim = 0;
  bool ties_embeddings = false;
  bool has_attention_bias = false;
  bool has_mlp_bias = false;
};

/// A model's parameters, by what is done with them.
struct ParameterCount {
  double total = 0;
  double active = 0;  // per token; the same of a dense model
  double embeddings = 0;
  double experts = 0;  // all routed ones
};

/// What distinguishes a family's tensors from those of Llama: RMS norms, a gated MLP, rotary positions.
struct ModelFamily {
  std::string_view name;  // "model_type"
  bool is_mixture = false;
  bool is_latent = false;         // multi-head latent attention
  bool has_query_bias = false;    // q, k and v have a bias whatever the config says
  bool normalizes_heads = false;  // a norm of the query heads' dimension, and one of the key heads'
  bool has_sinks = false;         // one number a query head
  bool has_router_bias = false;
  bool has_expert_bias = false;
  bool sizes_experts_apart = false;  // "moe_intermediate_size"
  bool states_head_dim = false;      // it is not hidden size / heads where the config leaves it out
  bool states_kv_heads = true;       // nor are there as many KV heads as query heads
  bool counts_embedding = true;      // whether its publisher counts the input embedding as active
};

/// Sources: the modeling files of Hugging Face transformers, and the totals of the model cards, which they give.
std::span<const ModelFamily> model_families();
/// Null if the family is unknown.
const ModelFamily* find_family(std::string_view name);

ParameterCount count_parameters(const ModelFamily& family, const ModelShape& shape);

}  // namespace breakeven::io
