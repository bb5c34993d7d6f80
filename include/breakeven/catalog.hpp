// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "breakeven/scenario.hpp"
#include "breakeven/units.hpp"

namespace breakeven {

using Date = std::chrono::sys_days;

/// The source of a number and the date it was valid. `url` and `note` may be empty.
struct Citation {
  std::string source;
  Date as_of;
  std::string url;
  std::string note;

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// A price as a source quotes it: one value (low == high), or a range for which the midpoint is used.
template <class Price>
struct Range {
  Price low;
  Price high;

  constexpr bool is_point() const { return low == high; }
  constexpr Price midpoint() const { return is_point() ? low : (low + high) / 2.0; }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// A GPU's specification. `aliases` are its names in other files. TFLOPS are dense; absent if the GPU lacks the
/// precision or no source states it.
struct Gpu {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  double memory_gib = 0;
  double bandwidth_gb_per_s = 0;
  std::optional<double> bf16_tflops;
  std::optional<double> fp8_tflops;
  std::optional<double> fp4_tflops;
  Citation cited;

  friend bool operator==(const Gpu&, const Gpu&) = default;
};

enum class Term { on_demand, spot, reserved, serverless };

/// One GPU for one hour, from one provider, which rents them in machines of at least `gpus_per_machine`.
struct GpuOffer {
  std::string id;
  std::string gpu;
  std::string provider;
  Term term = Term::on_demand;
  Range<HourlyPrice> price;
  std::int64_t gpus_per_machine = 1;
  Citation cited;

  friend bool operator==(const GpuOffer&, const GpuOffer&) = default;
};

/// Prices per token. An absent price is unknown, never zero.
struct ListPrices {
  std::optional<Range<TokenPrice>> input{};
  std::optional<Range<TokenPrice>> output{};
  std::optional<Range<TokenPrice>> cache_read{};
  std::optional<Range<TokenPrice>> cache_write{};

  friend bool operator==(const ListPrices&, const ListPrices&) = default;
};

/// Prices for every token of a request whose input, cached tokens included, exceeds `above_input`.
struct ContextTier {
  TokensPerRequest above_input;
  ListPrices prices;

  friend bool operator==(const ContextTier&, const ContextTier&) = default;
};

/// Service other than standard: when there is capacity (flex), before others (priority), or within a day (batch).
enum class ServiceTier { flex, priority, batch };

/// The prices of requests in this service tier. Context tiers are absent if the source gives them for standard service
/// only.
struct ServiceTierPrices {
  ServiceTier tier = ServiceTier::flex;
  ListPrices prices{};
  std::vector<ContextTier> context_tiers{};  // ascending by above_input

  friend bool operator==(const ServiceTierPrices&, const ServiceTierPrices&) = default;
};

/// Tokens of one model from one seller: split prices, or one flat price for input, cached input and output. The prices
/// are for standard service; a batch discount is relative to them.
struct ApiOffer {
  std::string id;
  std::string provider;
  std::string model;
  std::variant<ListPrices, Range<TokenPrice>> prices;
  std::vector<ContextTier> context_tiers;  // ascending by above_input
  std::optional<Range<RequestFee>> request_fee;
  std::optional<double> batch_discount_ratio;
  std::vector<ServiceTierPrices> service_tiers{};  // each tier once; empty with a flat price
  Citation cited;

  friend bool operator==(const ApiOffer&, const ApiOffer&) = default;
};

/// An open-weight model. `aliases` are the names that other files give it. Models of one `architecture` (not empty) are
/// served alike, so that records of one serve for the others. Counts are absent if the architecture has no such thing.
struct Model {
  std::string id;
  std::vector<std::string> aliases;
  std::string architecture;
  double params = 0;
  std::optional<double> active_params;
  std::optional<double> layers;
  std::optional<double> kv_heads;
  std::optional<double> head_dim;
  std::optional<double> kv_lora_rank;
  std::optional<double> qk_rope_head_dim;
  std::optional<double> attention_heads;
  std::optional<double> hidden_size;
  std::optional<double> sliding_layers;  // attend within a window of sliding_window_tok tokens
  std::optional<double> sliding_window_tok;
  std::optional<double> linear_layers;  // keep a constant state and no KV cache
  std::optional<double> experts;
  std::optional<double> experts_per_token;
  std::optional<double> expert_params;     // all routed experts
  std::optional<double> embedding_params;  // embeddings and output head
  std::string precision;                   // of the published weights; may be empty
  Citation cited;

  friend bool operator==(const Model&, const Model&) = default;
};

/// Who reports it: the one who ran it, somebody else, or a formula.
enum class RecordKind { measured, published, estimated };

/// All requests queued at once, which is a maximum, or as they come, which has latencies.
enum class Load { offline, online };

/// What one replica of `gpus_per_replica` GPUs delivers at full load on requests of `shape`. Engine and precision are
/// "unknown" where the source does not say them. `concurrency` is the mean number of requests in flight. Latencies are
/// means and 99th percentiles over requests: to the first token, and per output token after it.
struct ThroughputRecord {
  std::string id;
  std::string model;
  std::string gpu;
  std::int64_t gpus_per_replica = 1;
  std::string engine;
  std::string precision;
  RequestShape shape;
  Throughput throughput;
  std::optional<Load> load;
  std::optional<double> concurrency;
  std::optional<double> ttft_ms;
  std::optional<double> tpot_ms;
  std::optional<double> ttft_p99_ms;
  std::optional<double> tpot_p99_ms;
  RecordKind kind = RecordKind::published;
  Citation cited;

  friend bool operator==(const ThroughputRecord&, const ThroughputRecord&) = default;
};

struct Catalog {
  // Defined out of line; otherwise every file that includes this would compile copies of the vectors.
  Catalog();
  Catalog(const Catalog& other);
  Catalog(Catalog&& other) noexcept;
  Catalog& operator=(const Catalog& other);
  Catalog& operator=(Catalog&& other) noexcept;
  ~Catalog();

  Date as_of;
  std::vector<Gpu> gpus;
  std::vector<GpuOffer> gpu_offers;
  std::vector<ApiOffer> api_offers;
  std::vector<Model> models;
  std::vector<ThroughputRecord> throughputs;

  friend bool operator==(const Catalog& a, const Catalog& b);
};

/// The entry with that id, or null.
template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::string_view id) {
  for (const Entry& entry : entries)
    if (entry.id == id) return &entry;
  return nullptr;
}

}  // namespace breakeven
