// SPDX-License-Identifier: MIT
#pragma once

// The table of inputs: every question is asked in these keys. Options, environment, scenario files, --set, help, JSON
// Schema and tests read it; a new input is one row.

#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "breakeven/scenario.hpp"
#include "inputs/quantity.hpp"
#include "io/domain.hpp"

namespace breakeven::app {

/// Keys that answer the same question in different ways. Keys with the same group and member go together.
enum class Group { none, demand, throughput, hours, api_price, api_tiers, mix, serverless };

struct InputRow {
  std::string_view key;
  std::string_view option;  // without the dashes; empty where a compound option gives it
  Measure measure;
  io::Domain domain;
  std::optional<double> default_value;
  void (*assign)(Scenario&, double);  // null for what is no number of the model
  std::string_view help;
  Group group = Group::none;
  int member = 0;
  std::optional<TierKind> tier_kind{};        // of tiers
  std::span<const std::string_view> words{};  // that it may be
};

namespace detail {

inline constexpr io::Domain any_id{.text = "a catalog id"};
inline constexpr io::Domain any_word{.text = "one of a few words"};
inline constexpr io::Domain any_tiers{.text = "volumes with their prices"};
inline constexpr std::array<std::string_view, 4> services{"standard", "flex", "priority", "batch"};
inline constexpr std::array<std::string_view, 2> concurrencies{"many", "one"};
inline constexpr std::array<std::string_view, 2> yes_or_no{"yes", "no"};

inline PhaseRates& phases(Scenario& scenario) {
  auto* rates = std::get_if<PhaseRates>(&scenario.self_host.throughput);
  return rates ? *rates : scenario.self_host.throughput.emplace<PhaseRates>();
}
inline RequestShape& shape(Scenario& scenario) {
  return scenario.workload.shape ? *scenario.workload.shape : scenario.workload.shape.emplace();
}
inline constexpr Frequency per_hour = Frequency::from_held(1);
/// The path that has a price; the values of one that has none are of no use.
inline void set(Scenario& scenario, void (*assign)(Serverless&, double), double value) {
  if (scenario.serverless) assign(*scenario.serverless, value);
}
inline std::int64_t whole(double value) { return static_cast<std::int64_t>(value); }

}  // namespace detail

// clang-format off
inline constexpr std::array input_table{
    InputRow{"gpu", "gpu", Measure::id, detail::any_id, {}, nullptr,
             "GPU offer of the catalog, or a GPU: then the cheapest of its providers' newest on-demand offers"},
    InputRow{"gpu_usd_per_hour", "gpu-price", Measure::hourly_price, io::non_negative, {},
             [](Scenario& s, double v) { s.self_host.gpu_price = v * (usd / hour); }, "price of one GPU for one hour"},
    InputRow{"gpu_discount_ratio", "gpu-discount", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.self_host.gpu_discount = Fraction(v); }, "negotiated or committed discount off the GPU price"},
    InputRow{"spot_interruptions_per_hour", "interruptions", Measure::hourly_count, io::non_negative, {},
             [](Scenario& s, double v) { s.self_host.spot.interruptions = v * detail::per_hour; },
             "how often a spot GPU is taken away, per running hour"},
    InputRow{"spot_restart_hours", "restart", Measure::duration, io::month_hours_or_none, {},
             [](Scenario& s, double v) { s.self_host.spot.restart = v * hour; },
             "billed time that an interruption loses: start, load, repeat"},
    InputRow{"spot_availability_ratio", "spot-availability", Measure::ratio, io::positive_ratio, {},
             [](Scenario& s, double v) { s.self_host.spot.availability = Fraction(v); },
             "share of the needed hours that spot GPUs can be had; the rest runs on the fallback"},
    InputRow{"spot_fallback_usd_per_hour", "spot-fallback", Measure::hourly_price, io::non_negative, {},
             [](Scenario& s, double v) { s.self_host.spot.fallback_price = v * (usd / hour); },
             "price of one GPU for an hour in which no spot GPU can be had"},
    InputRow{"gpus_per_replica", "gpus", Measure::count, io::positive_count, 1,
             [](Scenario& s, double v) { s.self_host.gpus_per_replica = detail::whole(v); }, "GPUs that serve one copy of the model"},
    InputRow{"model", "model", Measure::id, detail::any_id, {}, nullptr, "open-weight model of the catalog"},
    InputRow{"throughput_record", "throughput-record", Measure::id, detail::any_id, {}, nullptr,
             "throughput record of the catalog (default: the best fit of model and GPU)", Group::throughput, 1},
    InputRow{"slo_ttft_ms", "slo-ttft", Measure::latency, io::positive, {}, nullptr,
             "greatest time to the first token: only throughput records that show they keep to it are taken"},
    InputRow{"slo_tpot_ms", "slo-tpot", Measure::latency, io::positive, {}, nullptr,
             "greatest time per output token after the first, likewise"},
    InputRow{"tok_per_s", "throughput", Measure::token_rate, io::positive, {},
             [](Scenario& s, double v) { s.self_host.throughput = TotalRate{v * token / second}; },
             "input and output tokens per second of one replica at full load, at this mix and cache hits", Group::throughput, 2},
    InputRow{"output_tok_per_s", "output-throughput", Measure::token_rate, io::positive, {},
             [](Scenario& s, double v) { s.self_host.throughput = OutputRate{v * token / second}; },
             "the same load counted in output tokens", Group::throughput, 3},
    InputRow{"prefill_tok_per_s", "prefill", Measure::token_rate, io::positive, {},
             [](Scenario& s, double v) { detail::phases(s).prefill = v * token / second; },
             "input tokens per second of one replica that only prefills", Group::throughput, 4},
    InputRow{"decode_tok_per_s", "decode", Measure::token_rate, io::positive, {},
             [](Scenario& s, double v) { detail::phases(s).decode = v * token / second; },
             "output tokens per second of one replica that only decodes", Group::throughput, 4},
    InputRow{"context_s_per_tok2", "context-cost", Measure::context_cost, io::context_cost, {},
             [](Scenario& s, double v) { detail::phases(s).context = v * (second * request / (token * token)); },
             "seconds per squared token that reading the KV cache costs", Group::throughput, 4},
    InputRow{"overhead_multiplier", "overhead", Measure::multiplier, io::at_least_one, 1,
             [](Scenario& s, double v) { s.self_host.overhead_multiplier = v; }, "multiplies GPU spend: network, idle spares, tooling"},
    InputRow{"fixed_usd_per_month", "fixed", Measure::monthly_money, io::non_negative, 0,
             [](Scenario& s, double v) { s.self_host.fixed = v * usd; }, "people and platform, whatever the volume"},
    InputRow{"replica_usd_per_month", "replica-fixed", Measure::monthly_money, io::non_negative, 0,
             [](Scenario& s, double v) { s.self_host.replica_fixed = v * usd; }, "fixed cost of each replica, spares included"},
    InputRow{"marginal_usd_per_mtok", "marginal", Measure::token_price, io::non_negative, 0,
             [](Scenario& s, double v) { s.self_host.marginal = v * (usd / mtok); }, "self-host cost of each token: egress, metered power"},
    InputRow{"spare_replicas", "spares", Measure::count, io::count, 0,
             [](Scenario& s, double v) { s.self_host.spare_replicas = detail::whole(v); }, "replicas that cost but do not serve (N+k)"},
    InputRow{"min_replicas", "min-replicas", Measure::count, io::positive_count, 1,
             [](Scenario& s, double v) { s.self_host.min_replicas = detail::whole(v); }, "serving replicas kept whatever the volume"},
    InputRow{"max_replicas", "max-replicas", Measure::count, io::positive_count, {},
             [](Scenario& s, double v) { s.self_host.max_replicas = detail::whole(v); }, "serving replicas that can be had at most"},
    InputRow{"max_utilization_ratio", "max-util", Measure::ratio, io::positive_ratio, 1,
             [](Scenario& s, double v) { s.self_host.max_utilization = Fraction(v); }, "headroom: the share of full load that is planned for"},
    InputRow{"peak_to_average_ratio", "peak", Measure::multiplier, io::at_least_one, 1,
             [](Scenario& s, double v) { s.self_host.peak_to_average = v; }, "replicas are sized for the peak, and paid over the mean"},
    InputRow{"derate_ratio", "derate", Measure::ratio, io::positive_ratio, 1,
             [](Scenario& s, double v) { s.self_host.derate = Fraction(v); }, "share of the throughput left by hypervisor, service level, availability"},
    InputRow{"hours_per_month", "month", Measure::duration, io::month_hours, 730, [](Scenario&, double) {}, "length of a month"},
    InputRow{"billed_hours_per_month", "billed-hours", Measure::duration, io::month_hours, {},
             [](Scenario& s, double v) { s.self_host.billed = v * hour; }, "hours for which the GPUs are paid (default: the whole month)", Group::hours, 1},
    InputRow{"serving_hours_per_month", "serving-hours", Measure::duration, io::month_hours, {},
             [](Scenario& s, double v) { s.self_host.serving = v * hour; }, "hours in which the GPUs can serve (default: the billed ones)", Group::hours, 1},
    InputRow{"sessions_per_month", "", Measure::monthly_count, io::positive, {}, [](Scenario&, double) {},
             "how often the GPUs are started and stopped, in place of billed hours", Group::hours, 2},
    InputRow{"hours_per_session", "", Measure::duration, io::month_hours, {}, [](Scenario&, double) {},
             "time that each session serves", Group::hours, 2},
    InputRow{"start_up_hours", "start-up", Measure::duration, io::month_hours_or_none, {}, [](Scenario&, double) {},
             "billed time before each session serves", Group::hours, 2},
    InputRow{"billing_increment_hours", "billing-increment", Measure::duration, io::month_hours_or_none, {}, [](Scenario&, double) {},
             "sessions are billed in whole ones of these (default: 0, billed exactly)", Group::hours, 2},
    InputRow{"api", "api", Measure::id, detail::any_id, {}, nullptr, "API offer of the catalog"},
    InputRow{"service_tier", "service-tier", Measure::word, detail::any_word, {}, nullptr,
             "how that API serves the requests, at what price: standard (default), flex, priority or batch", Group::none, 0, {}, detail::services},
    InputRow{"api_usd_per_mtok", "api-price", Measure::token_price, io::non_negative, {},
             [](Scenario& s, double v) {
               const TokenPrice price = v * (usd / mtok);
               s.api.input = s.api.output = s.api.cache_read = s.api.cache_write = price;
             },
             "one price for input, cached input and output tokens alike", Group::api_price, 1},
    InputRow{"api_input_usd_per_mtok", "api-in", Measure::token_price, io::non_negative, {},
             [](Scenario& s, double v) { s.api.input = v * (usd / mtok); }, "price of input tokens", Group::api_price, 2},
    InputRow{"api_output_usd_per_mtok", "api-out", Measure::token_price, io::non_negative, {},
             [](Scenario& s, double v) { s.api.output = v * (usd / mtok); }, "price of output tokens, reasoning included", Group::api_price, 2},
    InputRow{"api_cache_read_usd_per_mtok", "api-cache-read", Measure::token_price, io::non_negative, {},
             [](Scenario& s, double v) { s.api.cache_read = v * (usd / mtok); }, "price of input tokens read from the cache", Group::api_price, 2},
    InputRow{"api_cache_write_usd_per_mtok", "api-cache-write", Measure::token_price, io::non_negative, {},
             [](Scenario& s, double v) { s.api.cache_write = v * (usd / mtok); }, "price of input tokens written to the cache", Group::api_price, 2},
    InputRow{"api_usd_per_request", "api-request-fee", Measure::request_fee, io::non_negative, 0,
             [](Scenario& s, double v) { s.api.request_fee = v * (usd / request); }, "fee of each request; needs a shape"},
    InputRow{"api_discount_ratio", "api-discount", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.api.discount = Fraction(v); }, "negotiated discount off all token prices and the fee"},
    InputRow{"batch_discount_ratio", "batch-discount", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.api.batch_discount = Fraction(v); }, "discount of the batch tier off the token prices"},
    InputRow{"batch_share_ratio", "batch-share", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.api.batch_share = Fraction(v); }, "share of the traffic that can go through the batch tier"},
    InputRow{"api_token_ratio", "api-token-ratio", Measure::multiplier, io::positive, 1,
             [](Scenario& s, double v) { s.api.token_ratio = v; }, "API tokens for one self-hosted token of the same work"},
    InputRow{"api_marginal_tiers", "api-tiers", Measure::tiers, detail::any_tiers, {}, nullptr,
             "prices of the tokens above monthly volumes: 100M/month:0.8usd/Mtok,1B/month:20%", Group::api_tiers, 1, TierKind::marginal},
    InputRow{"api_all_units_tiers", "api-all-units-tiers", Measure::tiers, detail::any_tiers, {}, nullptr,
             "prices of all tokens of a month that has more than these volumes", Group::api_tiers, 2, TierKind::all_units},
    InputRow{"api_free_tok_per_month", "api-free", Measure::monthly_tokens, io::non_negative, {},
             [](Scenario& s, double v) { s.api.free = v * token; }, "first API tokens of the month, which cost nothing but the request fee"},
    InputRow{"api_minimum_usd_per_month", "api-minimum", Measure::monthly_money, io::non_negative, {},
             [](Scenario& s, double v) { s.api.minimum = v * usd; }, "what the month's bill is at least"},
    InputRow{"tok_per_month", "volume", Measure::monthly_tokens, io::non_negative, {},
             [](Scenario& s, double v) { s.workload.demand = v * token; }, "input and output tokens served", Group::demand, 1},
    InputRow{"requests_per_month", "requests", Measure::monthly_requests, io::non_negative, {},
             [](Scenario& s, double v) { s.workload.demand = v * request; }, "requests served; needs a shape", Group::demand, 2},
    InputRow{"input_tok", "", Measure::tokens, io::non_negative, {},
             [](Scenario& s, double v) { detail::shape(s).input = v * (token / request); },
             "input tokens of one request, cached ones included", Group::mix, 1},
    InputRow{"output_tok", "", Measure::tokens, io::non_negative, {},
             [](Scenario& s, double v) { detail::shape(s).output = v * (token / request); }, "output tokens of one request", Group::mix, 1},
    InputRow{"utilization_ratio", "util", Measure::ratio, io::ratio, {},
             [](Scenario& s, double v) { s.workload.demand = Utilization{Fraction(v)}; },
             "delivered over peak tokens of the minimum replicas, in place of a volume", Group::demand, 3},
    InputRow{"input_share_ratio", "input-share", Measure::ratio, io::ratio, {},
             [](Scenario& s, double v) { s.workload.input_share = Fraction(v); }, "share of input in all tokens", Group::mix, 2},
    InputRow{"cache_hit_ratio", "cache-hit", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.workload.cache_hit = Fraction(v); }, "share of input tokens read from the prefix cache, on both sides"},
    InputRow{"cache_write_ratio", "cache-write", Measure::ratio, io::ratio, 0,
             [](Scenario& s, double v) { s.workload.cache_write = Fraction(v); }, "share of input tokens written to the API's cache"},
    InputRow{"serverless_usd_per_s", "serverless-price", Measure::second_price, io::non_negative, {},
             [](Scenario& s, double v) { s.serverless.emplace().price = v * (usd / second); },
             "price of a worker that scales to zero, all its GPUs: a third path; needs a shape", Group::serverless},
    InputRow{"cold_start_s", "cold-start", Measure::seconds, io::month_seconds_or_none, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.cold_start = t * second; }, v); },
             "time that a worker takes to start and load the model", Group::serverless},
    InputRow{"keep_alive_s", "keep-alive", Measure::seconds, io::month_seconds_or_none, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.keep_alive = t * second; }, v); },
             "time that a worker waits for the next request before it stops (default: 5s, as RunPod's)", Group::serverless},
    InputRow{"service_s", "service-time", Measure::seconds, io::month_seconds, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.service = t * second; }, v); },
             "time from the start of a request to its end (default: the throughput record's latencies at this shape)", Group::serverless},
    InputRow{"serverless_concurrency", "serverless-concurrency", Measure::word, detail::any_word, {}, nullptr,
             "how many requests a worker serves at a time: many (default), or one", Group::serverless, 0, {}, detail::concurrencies},
    InputRow{"serverless_bills_cold_start", "serverless-bills-cold-start", Measure::word, detail::any_word, {}, nullptr,
             "whether a worker is billed while it starts: yes (default) or no", Group::serverless, 0, {}, detail::yes_or_no},
    InputRow{"serverless_bills_idle", "serverless-bills-idle", Measure::word, detail::any_word, {}, nullptr,
             "whether a worker is billed while it waits for a request: yes (default) or no", Group::serverless, 0, {}, detail::yes_or_no},
    InputRow{"warm_workers", "warm-workers", Measure::count, io::worker_count, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double n) { p.warm_workers = detail::whole(n); }, v); },
             "workers that are always on, before those that scale to zero (default: 0)", Group::serverless},
    InputRow{"warm_usd_per_s", "warm-price", Measure::second_price, io::non_negative, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double g) { p.warm_price = g * (usd / second); }, v); },
             "price of a worker that is always on, all its GPUs", Group::serverless},
    InputRow{"cold_start_penalty_usd_per_request", "cold-start-penalty", Measure::request_fee, io::non_negative, {},
             [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double c) { p.cold_start_penalty = c * (usd / request); }, v); },
             "what a request loses that waits on a cold start: it chooses the best keep-alive, and is not billed", Group::serverless},
};
// clang-format on

inline constexpr std::size_t input_count = input_table.size();

/// A row of the table, by its place in it.
enum class Key : std::size_t {};

constexpr const InputRow& row(Key key) { return input_table[static_cast<std::size_t>(key)]; }

/// The key of that name; a name that the table lacks does not compile.
consteval Key key(std::string_view name) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (input_table[i].key == name) return Key{i};
  throw std::invalid_argument("no such input");
}

/// Whether its value is a name, an id or a word, rather than a number.
constexpr bool is_name(const InputRow& input) { return input.measure == Measure::id || input.measure == Measure::word; }

/// Whether its value is a text, as it was typed, rather than a number.
constexpr bool is_text(const InputRow& input) { return is_name(input) || input.measure == Measure::tiers; }

/// Whether the input chooses entries of the catalog or what is taken of them, rather than being a number of the model.
constexpr bool chooses_entries(const InputRow& input) {
  return (is_name(input) && input.group != Group::serverless) || input.measure == Measure::latency;
}

/// Whether the input may be that name: any id, or one of its words.
bool may_be(const InputRow& input, std::string_view name);

std::optional<Key> find_key(std::string_view name);

}  // namespace breakeven::app
