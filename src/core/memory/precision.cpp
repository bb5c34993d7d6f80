// SPDX-License-Identifier: MIT
#include "breakeven/precision.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace breakeven {
namespace {

constexpr double half = 2;  // bytes in 16 bits
constexpr double mxfp4 = 0.5 + 1.0 / 32;
constexpr double nvfp4 = 0.5 + 1.0 / 16;
constexpr double int4 = 0.5 + 2.5 / 128;
constexpr double int4_with_embeddings = 0.55;

// clang-format off
constexpr std::array table{
    Precision{"bf16", half, half, Quantized::all, Arithmetic::bf16, false, half},
    Precision{"fp16", half, half, Quantized::all, Arithmetic::bf16, false, half},
    Precision{"fp8", 1, 1, Quantized::all_but_embeddings, Arithmetic::fp8, true, 1},
    Precision{"int8", 1, 1, Quantized::all_but_embeddings, Arithmetic::fp8, false},
    Precision{"w8a8", 1, 1, Quantized::all_but_embeddings, Arithmetic::fp8, false},
    Precision{"mxfp4", mxfp4, mxfp4, Quantized::experts, Arithmetic::fp4, true, {}, 256},
    Precision{"fp4", nvfp4, nvfp4, Quantized::all_but_embeddings, Arithmetic::fp4, true},
    Precision{"nvfp4", nvfp4, nvfp4, Quantized::all_but_embeddings, Arithmetic::fp4, true},
    Precision{"int4", int4, int4_with_embeddings, Quantized::all_but_embeddings, Arithmetic::bf16, false},
    Precision{"awq", int4, int4_with_embeddings, Quantized::all_but_embeddings, Arithmetic::bf16, false},
    Precision{"gptq", int4, int4_with_embeddings, Quantized::all_but_embeddings, Arithmetic::bf16, false},
};
// clang-format on

const std::optional<double>& teraflops(const Gpu& gpu, Arithmetic arithmetic) {
  if (arithmetic == Arithmetic::fp4) return gpu.fp4_tflops;
  return arithmetic == Arithmetic::fp8 ? gpu.fp8_tflops : gpu.bf16_tflops;
}

// The number of quantized parameters; absent if unknown.
std::optional<double> quantized_params(const Architecture& architecture, Quantized quantized) {
  if (quantized == Quantized::all) return architecture.params;
  if (quantized == Quantized::experts && architecture.is_mixture()) return architecture.expert_params;
  if (!architecture.embedding_params) return std::nullopt;
  return architecture.params - *architecture.embedding_params;
}

}  // namespace

std::span<const Precision> precisions() { return table; }

const Precision* find_precision(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Precision& row) { return row.name == name; });
  return found == table.end() ? nullptr : found;
}

double weight_bytes(const Architecture& architecture, const Precision& precision) {
  const auto quantized = quantized_params(architecture, precision.quantized);
  if (!quantized) return architecture.params * precision.whole_bytes;
  const double row = architecture.hidden_size.value_or(precision.padded_to);
  const double padding = std::ceil(row / precision.padded_to) * precision.padded_to / row;
  return *quantized * precision.bytes * padding + (architecture.params - *quantized) * half;
}

std::optional<double> operations_per_second(const Gpu& gpu, const Precision& precision) {
  constexpr double tera = 1e12;
  const auto& own = teraflops(gpu, precision.arithmetic);
  const auto& rate = own ? own : gpu.bf16_tflops;
  return rate ? std::optional(*rate * tera) : std::nullopt;
}

bool computes_natively(const Gpu& gpu, const Precision& precision) {
  return !precision.needs_arithmetic || teraflops(gpu, precision.arithmetic).has_value();
}

}  // namespace breakeven
