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

/// The same load counted in output tokens only. > 0; there is no total if the input share is 1.
struct OutputRate {
  TokenRate rate;
  friend constexpr bool operator==(const OutputRate&, const OutputRate&) = default;
};

/// The prefill and decode rates that share a replica's time (MODEL 2.2): level 1, or level 2 with a context cost.
struct PhaseRates {
  TokenRate prefill;
  TokenRate decode;
  ContextCost context{};
  friend constexpr bool operator==(const PhaseRates&, const PhaseRates&) = default;
};

using Throughput = std::variant<TotalRate, OutputRate, PhaseRates>;

/// Interruptible GPUs (MODEL 2.6): how many of the needed hours are available, and what interruptions cost.
struct Spot {
  Frequency interruptions{};     // per running hour
  Time restart{};                // billed but idle, after each interruption
  Fraction availability{1};      // share of the needed hours, > 0
  HourlyPrice fallback_price{};  // of one GPU, for the remaining hours
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
  double peak_to_average = 1;   // >= 1: sized for the peak, paid on the mean
  Fraction derate{1};           // hypervisor, service level, availability, > 0
  Time billed = 730.0 * hour;   // per month
  Time serving = 730.0 * hour;  // per month, <= billed, > 0
};

/// GPUs that are started and stopped (MODEL 2.6), instead of a known number of hours.
struct Sessions {
  double per_month = 0;
  Time length{};             // serving time
  Time start_up{};           // billed before each session serves
  Time billing_increment{};  // each session is rounded up to a multiple; 0 bills the exact time

  Time billed() const;
  Time serving() const { return length * per_month; }
};

/// The price in a month with more than `above` API tokens: one price for all kinds of tokens, or a discount on the list
/// prices.
struct VolumeTier {
  Tokens above{};  // > 0
  std::variant<TokenPrice, Fraction> price{};
};

/// Whether a tier's price applies to the tokens above its threshold, or to all tokens of the month.
enum class TierKind { marginal, all_units };

/// The paid-per-token side.
struct Api {
  TokenPrice input{};
  TokenPrice output{};
  TokenPrice cache_read{};
  TokenPrice cache_write{};
  RequestFee request_fee{};
  Fraction discount{0};        // negotiated, on token prices and fee
  Fraction batch_discount{0};  // on token prices, for the batch share
  Fraction batch_share{0};
  double token_ratio = 1;  // API tokens per self-hosted token for the same work, > 0
  TierKind tier_kind = TierKind::marginal;
  std::vector<VolumeTier> tiers{};  // ascending; they count all API tokens, including free ones
  Tokens free{};                    // the first API tokens of the month, which pay only the request fee
  Money minimum{};                  // lower bound of the month's bill
};

/// Delivered tokens over peak tokens of min_replicas, before headroom and peak-to-average.
struct Utilization {
  Fraction ratio;
};

using Demand = std::variant<Tokens, Requests, Utilization>;

/// The month's work. If `shape` is known, its mix is `input_share`.
struct Workload {
  Demand demand = Tokens{};
  Fraction input_share{0.75};
  std::optional<RequestShape> shape{};
  Fraction cache_hit{0};    // share of input tokens read from the prefix cache
  Fraction cache_write{0};  // share of input tokens written to the cache; the two sum to at most 1
};

/// How many requests a worker serves at a time: all that arrive, like an inference server, or one after the other.
enum class Concurrency { many, one };

/// Rented workers that scale to zero when idle and start again on demand (MODEL 2.7): the third path. A worker is
/// billed while it serves, and while it starts or idles if bills_cold_start or bills_idle is set.
struct Serverless {
  HourlyPrice price{};             // of one worker with all its GPUs
  Time cold_start{};               // from nothing to the first token served
  Time keep_alive = 5.0 * second;  // how long a worker waits after its last request
  Time service{};                  // from a request's start to its end, > 0
  Concurrency concurrency = Concurrency::many;
  bool bills_cold_start = true;
  bool bills_idle = true;
  std::int64_t warm_workers = 0;    // always on; used before the workers that scale to zero
  HourlyPrice warm_price{};         // of one warm worker
  RequestFee cold_start_penalty{};  // value of not waiting for a cold start, per request; not billed
  Time month = 730.0 * hour;        // over which the requests arrive
};

struct Scenario {
  SelfHost self_host{};
  Api api{};
  Workload workload{};
  std::optional<Serverless> serverless{};
};

}  // namespace breakeven
