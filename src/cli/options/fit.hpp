// SPDX-License-Identifier: MIT
#pragma once

// The options of fit: a new one is a row here and an entry in the table of commands.

#include "breakeven/precision.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

namespace detail {

inline std::vector<std::string_view> weight_precisions() {
  std::vector<std::string_view> names;
  for (const Precision& precision : precisions()) names.push_back(precision.name);
  return names;
}
inline std::vector<std::string_view> cache_precisions() {
  std::vector<std::string_view> names;
  for (const Precision& precision : precisions())
    if (precision.cache_bytes) names.push_back(precision.name);
  return names;
}
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
inline constexpr OptionRow precision{"precision", "", "NAME", "of the weights", false, {}, detail::weight_precisions};
inline constexpr OptionRow kv_precision{"kv-precision", "", "NAME", "of the KV cache (default: bf16)", false, {}, detail::cache_precisions};

inline constexpr OptionRow context_length{
    .name = "context-length", .value = "tok", .help = "tokens of the longest request, output included (default: those of --shape)",
    .key = "context_length_tok", .measure = Measure::tokens, .domain = detail::context_tokens};
inline constexpr OptionRow concurrency{
    .name = "concurrency", .value = "N", .help = "requests of that length that must be held at once (default: 1)",
    .key = "concurrency", .measure = Measure::multiplier, .domain = detail::in_flight};
inline constexpr OptionRow memory_util{
    .name = "memory-util", .value = "RATIO", .help = "share of the GPU's memory that the engine may use (default: 0.9)",
    .key = "memory_utilization_ratio", .measure = Measure::ratio, .domain = io::positive_ratio, .default_value = 0.9};
inline constexpr OptionRow memory_overhead{
    .name = "memory-overhead", .value = "GiB", .help = "activations, graphs and communication on each GPU (default: 2.5GiB)",
    .key = "memory_overhead_gib", .measure = Measure::memory, .domain = detail::memory_or_none, .default_value = 2.5};
inline constexpr OptionRow gpu_memory{
    .name = "gpu-memory", .value = "GiB", .help = "memory of one GPU, in place of the catalog's",
    .key = "gpu_memory_gib", .measure = Measure::memory, .domain = detail::memory};
inline constexpr OptionRow weights{
    .name = "weights", .value = "GiB", .help = "size of all weights as measured, in place of parameters times precision",
    .key = "weights_gib", .measure = Measure::memory, .domain = detail::memory};
inline constexpr OptionRow params{
    .name = "params", .value = "N", .help = "parameters of a model whose config does not give them: 70B",
    .key = "params", .measure = Measure::multiplier, .domain = detail::parameters};
inline constexpr OptionRow active_params{
    .name = "active-params", .value = "N", .help = "of them, those active per token in a mixture of experts: 3B",
    .key = "active_params", .measure = Measure::multiplier, .domain = detail::parameters};
inline constexpr OptionRow kv_bytes{
    .name = "kv-bytes-per-token", .value = "N", .help = "bytes of KV cache of one token over all layers, where they are known from elsewhere",
    .key = "kv_bytes_per_tok", .measure = Measure::multiplier, .domain = detail::cache_bytes};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
