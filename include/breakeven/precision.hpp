// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "breakeven/architecture.hpp"
#include "breakeven/catalog.hpp"

namespace breakeven {

/// Which parameters a precision is of; the rest keeps 16 bits.
enum class Quantized { all, all_but_embeddings, experts };

/// The arithmetic that a GPU has a rate for.
enum class Arithmetic { bf16, fp8, fp4 };

/// How weights are kept, and what is computed with them.
struct Precision {
  std::string_view name;
  double bytes;        // of one quantized parameter, with its scales
  double whole_bytes;  // of one parameter on average, if it is not known which ones are quantized
  Quantized quantized;
  Arithmetic arithmetic;                // where the GPU has it, else BF16
  bool needs_arithmetic;                // whether a GPU without it loses by that
  std::optional<double> cache_bytes{};  // of one element of a KV cache, which it may also keep
};

/// Scales: MXFP4 has one byte for 32 weights, NVFP4 one for 16; INT4 in groups of 128 has 2 bytes and a zero point of
/// half a byte, 0.53–0.56 bytes with embeddings in 16 bits (MODEL 2.9). INT8 tensor rates are not kept: those of FP8,
/// which Ada and Hopper share, stand for them.
std::span<const Precision> precisions();

/// Null if the name is unknown.
const Precision* find_precision(std::string_view name);

/// Bytes of all weights (MODEL 2.9): total parameters, also of a mixture of experts.
double weight_bytes(const Architecture& architecture, const Precision& precision);

/// Dense operations a second of one GPU with weights of this precision: of its arithmetic, or BF16 where the GPU lacks
/// it. Absent if the GPU has neither.
std::optional<double> operations_per_second(const Gpu& gpu, const Precision& precision);

/// Whether the GPU computes with the precision itself, or it is only kept in it.
bool computes_natively(const Gpu& gpu, const Precision& precision);

}  // namespace breakeven
