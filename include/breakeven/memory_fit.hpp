// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "breakeven/architecture.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

inline constexpr double bytes_per_gib = 1024.0 * 1024.0 * 1024.0;
/// Tokens per block of the KV cache, as vLLM allocates it.
inline constexpr double tokens_per_block = 16;

/// A model on the GPUs of one replica. Memory is in GiB (2^30 bytes): an "80 GB" H100 has 79.65.
struct Placement {
  Architecture architecture{};
  double weight_bytes = 0;         // all weights
  double cache_element_bytes = 2;  // of one element of the KV cache
  double gpu_memory = 0;
  std::int64_t gpus = 1;
  double memory_utilization = 0.9;  // the share that the engine may use
  double overhead = 2.5;            // per GPU: activations, graphs, communication; measured 0.4 to 3.1 (MODEL 2.9)
  std::optional<double> context{};  // tokens of the longest request
  std::optional<RequestShape> shape{};
  double concurrency = 1;  // requests of the full length held at once

  /// Tokens of the longest request: the context, else input and output of the shape.
  std::optional<double> longest_request() const;
  /// Tokens that a request holds on average over its lifetime: in + out/2.
  std::optional<double> mean_request() const;
};

/// What does not fit: the weights, or the cache of the requested concurrency.
enum class FitLimit { weights, kv_cache, none };

/// A placement's memory (MODEL 2.9). Per GPU, the KV cache gets memory · utilization − weights/G − overhead, in blocks
/// of 16 tokens.
struct Fit {
  FitLimit limit = FitLimit::none;
  double weights = 0;    // GiB per GPU
  double left = 0;       // GiB per GPU for the cache; negative if the weights do not fit
  double blocks = 0;     // over all layers that keep a cache
  double kv_tokens = 0;  // cache capacity; with windows, in requests of the longest length
  CacheBytes cache{};
  std::optional<double> worst_concurrency{};    // requests of the longest length
  std::optional<double> average_concurrency{};  // requests of the mean length

  bool fits() const { return limit == FitLimit::none; }
};

/// Domain: positive numbers; utilization in (0, 1].
Fit fit(const Placement& placement);

/// Replicas of a model, each split over its GPUs.
struct Deployment {
  std::int64_t gpus_per_replica = 1;
  std::int64_t replicas = 1;

  std::int64_t gpus() const { return gpus_per_replica * replicas; }
  friend bool operator==(const Deployment&, const Deployment&) = default;
};

/// The fewest GPUs that hold the placement's requests at once, in replicas that tensor parallelism can split; among
/// equal GPU counts, the fewest replicas. Absent if no such replica holds one request.
std::optional<Deployment> fewest_gpus(Placement placement);

}  // namespace breakeven
