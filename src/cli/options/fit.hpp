// SPDX-License-Identifier: MIT
#pragma once

// The options of fit: a new one is a row here and its mention in the table of commands.

#include "cli/quantity_options.hpp"

namespace breakeven::app {

namespace detail {

inline constexpr io::Domain context_tokens{.text = "from 1 to 1e9 tokens", .min = 1, .max = 1e9};
inline constexpr io::Domain in_flight{.text = "from 1 to 1e6", .min = 1, .max = 1e6};
inline constexpr io::Domain memory{.text = "above 0 and at most 1e6 GiB", .min = io::smallest, .max = 1e6};
inline constexpr io::Domain memory_or_none{.text = "from 0 to 1e6 GiB", .min = 0, .max = 1e6};
inline constexpr io::Domain parameters{.text = "from 1e6 (1M) to 1e14 (100T)", .min = 1e6, .max = 1e14};
inline constexpr io::Domain cache_bytes{.text = "from 1 to 1e9 bytes", .min = 1, .max = 1e9};

}  // namespace detail

// clang-format off
namespace option {

inline constexpr OptionRow config{"config", "", "FILE", "a Hugging Face config.json in place of --model (- is stdin)"};
inline constexpr OptionRow precision{"precision", "", "NAME", "of the weights: bf16, fp16, fp8, int8, w8a8, mxfp4, fp4, nvfp4, int4, awq, gptq"};
inline constexpr OptionRow kv_precision{"kv-precision", "", "NAME", "of the KV cache: bf16 (default), fp16 or fp8"};

inline constexpr QuantityOption context_length{
    {"context-length", "", "tok", "tokens of the longest request, output included (default: those of --shape)"},
    "context_length_tok", Measure::tokens, detail::context_tokens};
inline constexpr QuantityOption concurrency{
    {"concurrency", "", "N", "requests of that length that must be held at once (default: 1)"},
    "concurrency", Measure::multiplier, detail::in_flight};
inline constexpr QuantityOption memory_util{
    {"memory-util", "", "RATIO", "share of the GPU's memory that the engine may use (default: 0.9)"},
    "memory_utilization_ratio", Measure::ratio, io::positive_ratio, 0.9};
inline constexpr QuantityOption memory_overhead{
    {"memory-overhead", "", "GiB", "activations, graphs and communication on each GPU (default: 2.5GiB)"},
    "memory_overhead_gib", Measure::memory, detail::memory_or_none, 2.5};
inline constexpr QuantityOption gpu_memory{
    {"gpu-memory", "", "GiB", "memory of one GPU, in place of the catalog's"}, "gpu_memory_gib", Measure::memory, detail::memory};
inline constexpr QuantityOption weights{
    {"weights", "", "GiB", "size of all weights as measured, in place of parameters times precision"},
    "weights_gib", Measure::memory, detail::memory};
inline constexpr QuantityOption params{
    {"params", "", "N", "parameters of a model whose config does not give them: 70B"}, "params", Measure::multiplier, detail::parameters};
inline constexpr QuantityOption active_params{
    {"active-params", "", "N", "of them, those active per token in a mixture of experts: 3B"},
    "active_params", Measure::multiplier, detail::parameters};
inline constexpr QuantityOption kv_bytes{
    {"kv-bytes-per-token", "", "N", "bytes of KV cache of one token over all layers, where they are known from elsewhere"},
    "kv_bytes_per_tok", Measure::multiplier, detail::cache_bytes};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
