// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "breakeven/architecture.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

inline constexpr double bytes_per_gib = 1024.0 * 1024.0 * 1024.0;
/// Tokens of one block of the KV cache, as vLLM hands it out.
inline constexpr double tokens_per_block = 16;

/// A model on the GPUs of one replica. Memory is in GiB, 2^30 bytes: an "80 GB" H100 has 79.65 of them.
struct Placement {
  Architecture architecture{};
  double weight_bytes = 0;         // of all weights
  double cache_element_bytes = 2;  // of one element of the KV cache
  double gpu_memory = 0;
  std::int64_t gpus = 1;
  double memory_utilization = 0.9;  // the share that the engine may use
  double overhead = 2.5;            // of each GPU: activations, graphs, communication; 0.4 to 3.1 are seen (MODEL 2.9)
  std::optional<double> context{};  // tokens of the longest request
  std::optional<RequestShape> shape{};
  double concurrency = 1;  // requests of the full length that must be held at once

  /// Tokens of the longest request: the context, else input and output of the shape.
  std::optional<double> longest_request() const;
  /// Tokens that a request holds on average over its life: in + out/2.
  std::optional<double> mean_request() const;
};

/// What keeps a model from being served: its weights, or the cache of the requests that are asked for.
enum class FitLimit { weights, kv_cache, none };

/// A placement's memory (MODEL 2.9). Per GPU: memory · utilization − weights/G − overhead is left for the KV cache,
/// which is handed out in blocks of 16 tokens.
struct Fit {
  FitLimit limit = FitLimit::none;
  double weights = 0;    // GiB of one GPU
  double left = 0;       // GiB of one GPU for the cache; below 0 the weights do not fit
  double blocks = 0;     // of all layers that keep a cache
  double kv_tokens = 0;  // that the cache holds, in requests of the longest length where there are windows
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

/// The fewest GPUs that hold the placement's requests at once, in replicas that tensor parallelism splits; of equally
/// many GPUs those in the fewest replicas. Absent if no such replica holds one request.
std::optional<Deployment> fewest_gpus(Placement placement);

}  // namespace breakeven
