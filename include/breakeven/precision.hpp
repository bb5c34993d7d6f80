// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "breakeven/architecture.hpp"
#include "breakeven/catalog.hpp"

namespace breakeven {

/// Which parameters are quantized; the rest stay in 16 bits.
enum class Quantized { all, all_but_embeddings, experts };

/// The arithmetic for which a GPU has a rate.
enum class Arithmetic { bf16, fp8, fp4 };

/// How weights are stored, and the arithmetic that uses them.
struct Precision {
  std::string_view name;
  double bytes;        // per quantized parameter, with its scales
  double whole_bytes;  // per parameter on average, if it is unknown which ones are quantized
  Quantized quantized;
  Arithmetic arithmetic;                // if the GPU has it, else BF16
  bool needs_arithmetic;                // whether a GPU without it loses speed
  std::optional<double> cache_bytes{};  // per KV cache element, if the cache uses it too
  double padded_to = 1;                 // quantized rows are held in multiples of so many elements
};

/// Scales: MXFP4 has one byte per 32 weights, NVFP4 one per 16. INT4 in groups of 128 has 2 bytes and a zero point of
/// half a byte: 0.53–0.56 bytes with embeddings in 16 bits (MODEL 2.9). INT8 tensor rates are not stored; the FP8 rates
/// are used, because they are the same on Ada and Hopper.
std::span<const Precision> precisions();

/// Null if the name is unknown.
const Precision* find_precision(std::string_view name);

/// Bytes of all weights as engines hold them (MODEL 2.9): total parameters, even for a mixture of experts. Rows of the
/// hidden size are padded: vLLM holds gpt-oss-120b (2,880, padded to 3,072) in 65.97 GiB, of which this gives 98%.
double weight_bytes(const Architecture& architecture, const Precision& precision);

/// Dense operations per second of one GPU with weights of this precision: the rate of its arithmetic, or BF16 if the
/// GPU lacks it. Absent if the GPU has neither.
std::optional<double> operations_per_second(const Gpu& gpu, const Precision& precision);

/// Whether the GPU computes in this precision, rather than only storing weights in it.
bool computes_natively(const Gpu& gpu, const Precision& precision);

}  // namespace breakeven
