// SPDX-License-Identifier: MIT
#pragma once

// Describes every catalog entry once: its keys in order, with units and domains. Reading and writing are two archives
// that visit this description.

#include <utility>

#include "breakeven/catalog.hpp"
#include "io/domain.hpp"

namespace breakeven::io {

inline constexpr auto usd_per_hour = usd / hour;
inline constexpr auto usd_per_mtok = usd / mtok;
inline constexpr auto usd_per_request = usd / request;
inline constexpr auto tok_per_request = token / request;
inline constexpr auto tok_per_s = token / second;
inline constexpr auto s_per_tok2 = second * request / (token * token);

template <class Archive>
void describe(Archive& archive, Gpu& gpu) {
  archive.text("id", gpu.id);
  archive.text("name", gpu.name);
  archive.texts("aliases", gpu.aliases);
  archive.number("memory_gib", gpu.memory_gib, positive);
  archive.number("bandwidth_gb_per_s", gpu.bandwidth_gb_per_s, positive);
  archive.object("tflops", [&](auto& tflops) {
    tflops.optional_number("bf16", gpu.bf16_tflops, positive);
    tflops.optional_number("fp8", gpu.fp8_tflops, positive);
    tflops.optional_number("fp4", gpu.fp4_tflops, positive);
  });
  archive.citation(gpu.cited);
}

template <class Archive>
void describe(Archive& archive, GpuOffer& offer) {
  archive.text("id", offer.id);
  archive.reference("gpu", offer.gpu, "gpus");
  archive.text("provider", offer.provider);
  archive.choice("term", offer.term);
  archive.price("usd_per_gpu_hour", offer.price, usd_per_hour);
  archive.integer_or_one("gpus_per_machine", offer.gpus_per_machine, positive_count);
  archive.citation(offer.cited);
}

template <class Archive>
void describe(Archive& archive, ListPrices& prices) {
  archive.optional_price("input_usd_per_mtok", prices.input, usd_per_mtok);
  archive.optional_price("output_usd_per_mtok", prices.output, usd_per_mtok);
  archive.optional_price("cache_read_usd_per_mtok", prices.cache_read, usd_per_mtok);
  archive.optional_price("cache_write_usd_per_mtok", prices.cache_write, usd_per_mtok);
}

template <class Archive>
void describe(Archive& archive, ContextTier& tier) {
  archive.quantity("above_input_tok", tier.above_input, tok_per_request, non_negative);
  describe(archive, tier.prices);
}

template <class Archive>
void describe(Archive& archive, ServiceTierPrices& service) {
  archive.choice("service_tier", service.tier);
  for (const std::string_view needed : {"input_usd_per_mtok", "output_usd_per_mtok"}) archive.need(needed);
  describe(archive, service.prices);
  archive.tiers("context_tiers", service.context_tiers);
}

template <class Archive>
void describe(Archive& archive, ApiOffer& offer) {
  archive.text("id", offer.id);
  archive.text("provider", offer.provider);
  archive.text("model", offer.model);
  archive.api_prices(offer.prices);
  archive.optional_price("usd_per_request", offer.request_fee, usd_per_request);
  archive.optional_number("batch_discount_ratio", offer.batch_discount_ratio, ratio);
  archive.tiers("context_tiers", offer.context_tiers);
  archive.tiers("service_tiers", offer.service_tiers);
  archive.citation(offer.cited);
}

template <class Archive>
void describe(Archive& archive, Model& model) {
  archive.text("id", model.id);
  archive.texts("aliases", model.aliases);
  archive.optional_text("architecture", model.architecture);
  archive.number("params", model.params, positive);
  archive.optional_number("active_params", model.active_params, positive);
  archive.optional_number("layers", model.layers, positive_count);
  archive.optional_number("kv_heads", model.kv_heads, positive_count);
  archive.optional_number("head_dim", model.head_dim, positive_count);
  archive.optional_number("kv_lora_rank", model.kv_lora_rank, positive_count);
  archive.optional_number("qk_rope_head_dim", model.qk_rope_head_dim, positive_count);
  archive.optional_number("attention_heads", model.attention_heads, positive_count);
  archive.optional_number("hidden_size", model.hidden_size, positive_count);
  archive.optional_number("sliding_layers", model.sliding_layers, positive_count);
  archive.optional_number("sliding_window_tok", model.sliding_window_tok, positive_count);
  archive.optional_number("linear_layers", model.linear_layers, positive_count);
  archive.optional_number("experts", model.experts, positive_count);
  archive.optional_number("experts_per_token", model.experts_per_token, positive_count);
  archive.optional_number("expert_params", model.expert_params, positive);
  archive.optional_number("embedding_params", model.embedding_params, positive);
  archive.optional_text("precision", model.precision);
  archive.citation(model.cited);
}

template <class Archive>
void describe(Archive& archive, ThroughputRecord& record) {
  archive.text("id", record.id);
  archive.reference("model", record.model, "models");
  archive.reference("gpu", record.gpu, "gpus");
  archive.integer("gpus_per_replica", record.gpus_per_replica, positive_count);
  archive.text("engine", record.engine);
  archive.text("precision", record.precision);
  archive.quantity("input_tok", record.shape.input, tok_per_request, non_negative);
  archive.quantity("output_tok", record.shape.output, tok_per_request, non_negative);
  archive.throughput(record.throughput, record.shape);
  archive.optional_choice("load", record.load);
  archive.optional_number("concurrency", record.concurrency, positive);
  archive.optional_number("ttft_ms", record.ttft_ms, non_negative);
  archive.optional_number("tpot_ms", record.tpot_ms, non_negative);
  archive.optional_number("ttft_p99_ms", record.ttft_p99_ms, non_negative);
  archive.optional_number("tpot_p99_ms", record.tpot_p99_ms, non_negative);
  archive.choice("kind", record.kind);
  archive.citation(record.cited);
}

/// The sections of a catalog document, in order.
template <class Visitor>
void for_each_section(Visitor&& visit) {
  visit("gpus", &Catalog::gpus);
  visit("gpu_offers", &Catalog::gpu_offers);
  visit("api_offers", &Catalog::api_offers);
  visit("models", &Catalog::models);
  visit("throughputs", &Catalog::throughputs);
}

}  // namespace breakeven::io
