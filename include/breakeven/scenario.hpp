// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "breakeven/units.hpp"

namespace breakeven {

/// The mean request: tokens in (cached ones included) and tokens out.
struct RequestShape {
  TokensPerRequest input;
  TokensPerRequest output;

  constexpr TokensPerRequest total() const { return input + output; }
  /// Domain: total() > 0.
  constexpr Fraction input_share() const { return Fraction(input / total()); }
  friend constexpr bool operator==(const RequestShape&, const RequestShape&) = default;
};

/// Input and output tokens per second of one replica at full load, at the workload's mix and cache hits. > 0.
struct TotalRate {
  TokenRate rate;
  friend constexpr bool operator==(const TotalRate&, const TotalRate&) = default;
};

/// The same load counted in output tokens alone. > 0; has no total where the input share is 1.
struct OutputRate {
  TokenRate rate;
  friend constexpr bool operator==(const OutputRate&, const OutputRate&) = default;
};

/// The two phases that share a replica's time (MODEL 2.2): level 1, or level 2 with a context cost.
struct PhaseRates {
  TokenRate prefill;
  TokenRate decode;
  ContextCost context{};
  friend constexpr bool operator==(const PhaseRates&, const PhaseRates&) = default;
};

using Throughput = std::variant<TotalRate, OutputRate, PhaseRates>;

/// Interruptible GPUs (MODEL 2.6): what of the needed hours can be had, and what the lost ones cost.
struct Spot {
  Frequency interruptions{};     // per running hour
  Time restart{};                // billed and useless, after each interruption
  Fraction availability{1};      // share of the needed hours, > 0
  HourlyPrice fallback_price{};  // of one GPU, for the rest of the hours
};

/// The rented side. All amounts are for one month.
struct SelfHost {
  HourlyPrice gpu_price{};   // of one GPU, before the discount
  Fraction gpu_discount{0};  // off the GPU price
  Spot spot{};
  std::int64_t gpus_per_replica = 1;
  std::int64_t gpus_per_machine = 1;  // GPUs are rented in whole machines of so many
  Throughput throughput{};            // of one replica
  double overhead_multiplier = 1;     // >= 1, on GPU spend
  Money fixed{};                      // people and platform, whatever the volume
  Money replica_fixed{};              // per replica, spares included
  TokenPrice marginal{};              // per token served
  std::int64_t spare_replicas = 0;
  std::int64_t min_replicas = 1;
  std::optional<std::int64_t> max_replicas{};
  Fraction max_utilization{1};  // headroom, > 0
  double peak_to_average = 1;   // >= 1: sized for the peak, paid over the mean
  Fraction derate{1};           // hypervisor, service level, availability, > 0
  Time billed = 730.0 * hour;   // in the month
  Time serving = 730.0 * hour;  // in the month, <= billed, > 0
};

/// GPUs that are started for a while and stopped again (MODEL 2.6), instead of hours that are known.
struct Sessions {
  double per_month = 0;
  Time length{};             // of serving
  Time start_up{};           // billed before each session serves
  Time billing_increment{};  // each session is billed in whole ones; 0 bills the time itself

  Time billed() const;
  Time serving() const { return length * per_month; }
};

/// What tokens cost where a month has more than `above` API tokens: one price for all kinds of tokens, or a discount
/// off the list prices.
struct VolumeTier {
  Tokens above{};  // > 0
  std::variant<TokenPrice, Fraction> price{};
};

/// Whether a tier's price is that of the tokens above it, or of all tokens of the month.
enum class TierKind { marginal, all_units };

/// The paid-per-token side.
struct Api {
  TokenPrice input{};
  TokenPrice output{};
  TokenPrice cache_read{};
  TokenPrice cache_write{};
  RequestFee request_fee{};
  Fraction discount{0};        // negotiated, off token prices and fee
  Fraction batch_discount{0};  // off token prices, on the batch share
  Fraction batch_share{0};
  double token_ratio = 1;  // API tokens for one self-hosted token of the same work, > 0
  TierKind tier_kind = TierKind::marginal;
  std::vector<VolumeTier> tiers{};  // ascending; they count all API tokens, free ones too
  Tokens free{};                    // the first API tokens of the month, which only pay the request fee
  Money minimum{};                  // the month's bill is at least this
};

/// Delivered over peak tokens of the minimum number of replicas, headroom and peak not taken off.
struct Utilization {
  Fraction ratio;
};

using Demand = std::variant<Tokens, Requests, Utilization>;

/// What is served in the month. `shape`, where known, has the mix of `input_share`.
struct Workload {
  Demand demand = Tokens{};
  Fraction input_share{0.75};
  std::optional<RequestShape> shape{};
  Fraction cache_hit{0};    // share of input tokens read from the prefix cache
  Fraction cache_write{0};  // share of input tokens written to it; the two sum to at most 1
};

/// How many requests a worker serves at a time: as many as come, as an inference server does, or one after the other.
enum class Concurrency { many, one };

/// Rented workers that stop when nothing is asked of them and start again on demand (MODEL 2.7): the third path. A
/// worker is billed while it starts, serves and waits for more, as far as `bills_` says.
struct Serverless {
  HourlyPrice price{};             // of one worker, all its GPUs
  Time cold_start{};               // from nothing to the first token served
  Time keep_alive = 5.0 * second;  // that a worker waits after the last request
  Time service{};                  // from a request's start to its end, > 0
  Concurrency concurrency = Concurrency::many;
  bool bills_cold_start = true;
  bool bills_idle = true;
  std::int64_t warm_workers = 0;    // always on, before any that scale to zero
  HourlyPrice warm_price{};         // of one of those
  RequestFee cold_start_penalty{};  // what it is worth that a request need not wait on a cold start; not billed
  Time month = 730.0 * hour;        // over which the requests arrive
};

struct Scenario {
  SelfHost self_host{};
  Api api{};
  Workload workload{};
  std::optional<Serverless> serverless{};
};

}  // namespace breakeven
