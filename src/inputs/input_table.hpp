// SPDX-License-Identifier: MIT
#pragma once

// The table of inputs: every question is asked with these keys. Options, environment, scenario files, --set, help, JSON
// Schema and tests read it; a new input is one row.

#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "inputs/option_row.hpp"

namespace breakeven::app {

namespace detail {

inline constexpr io::Domain any_id{.text = "a catalog id"};
inline constexpr io::Domain any_word{.text = "one of a few words"};
inline constexpr io::Domain any_tiers{.text = "volumes with their prices"};
inline constexpr std::array<std::string_view, 4> services{"standard", "flex", "priority", "batch"};
inline constexpr std::array<std::string_view, 3> price_choices{"low", "median", "high"};
inline constexpr std::array<std::string_view, 2> loads{"offline", "online"};
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
/// Sets a value of the serverless path; without a price there is no such path, and the value is ignored.
inline void set(Scenario& scenario, void (*assign)(Serverless&, double), double value) {
  if (scenario.serverless) assign(*scenario.serverless, value);
}
inline std::int64_t whole(double value) { return static_cast<std::int64_t>(value); }

}  // namespace detail

// clang-format off
inline constexpr std::array input_table{
    OptionRow{.name = "gpu", .help = "GPU offer of the catalog, or a GPU: then the median of its current on-demand offers",
             .key = "gpu", .measure = Measure::id, .domain = detail::any_id},
    OptionRow{.name = "price", .help = "which of a GPU's current on-demand offers (default: median)",
             .key = "gpu_price_choice", .measure = Measure::word, .domain = detail::any_word, .words = detail::price_choices},
    OptionRow{.name = "gpu-price", .help = "price of one GPU for one hour",
             .key = "gpu_usd_per_hour", .measure = Measure::hourly_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.self_host.gpu_price = v * (usd / hour); }},
    OptionRow{.name = "gpu-discount", .help = "negotiated or committed discount off the GPU price",
             .key = "gpu_discount_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.self_host.gpu_discount = Fraction(v); }},
    OptionRow{.name = "interruptions", .help = "how often a spot GPU is taken away, per running hour",
             .key = "spot_interruptions_per_hour", .measure = Measure::hourly_count, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.self_host.spot.interruptions = v * detail::per_hour; }},
    OptionRow{.name = "restart", .help = "billed time that an interruption loses: start, load, repeat",
             .key = "spot_restart_hours", .measure = Measure::duration, .domain = io::month_hours_or_none,
             .assign = [](Scenario& s, double v) { s.self_host.spot.restart = v * hour; }},
    OptionRow{.name = "spot-availability", .help = "share of the needed hours that spot GPUs can be had; the rest runs on the fallback",
             .key = "spot_availability_ratio", .measure = Measure::ratio, .domain = io::positive_ratio,
             .assign = [](Scenario& s, double v) { s.self_host.spot.availability = Fraction(v); }},
    OptionRow{.name = "spot-fallback", .help = "price of one GPU for an hour in which no spot GPU can be had",
             .key = "spot_fallback_usd_per_hour", .measure = Measure::hourly_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.self_host.spot.fallback_price = v * (usd / hour); }},
    OptionRow{.name = "gpus", .help = "GPUs that serve one copy of the model",
             .key = "gpus_per_replica", .measure = Measure::count, .domain = io::positive_count, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.gpus_per_replica = detail::whole(v); }},
    OptionRow{.name = "machine", .help = "GPUs that are rented together: cost goes up by whole machines of so many",
             .key = "gpus_per_machine", .measure = Measure::count, .domain = io::positive_count, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.gpus_per_machine = detail::whole(v); }, .jumps = true},
    OptionRow{.name = "model", .help = "open-weight model of the catalog",
             .key = "model", .measure = Measure::id, .domain = detail::any_id},
    OptionRow{.name = "throughput-record", .help = "throughput record of the catalog, for its set-up (default: the cheapest set-up of model and GPU)",
             .key = "throughput_record", .measure = Measure::id, .domain = detail::any_id,
             .group = Group::throughput, .member = 1},
    OptionRow{.name = "slo-ttft", .help = "greatest time to the first token: only throughput records that show they keep to it are taken",
             .key = "slo_ttft_ms", .measure = Measure::latency, .domain = io::positive},
    OptionRow{.name = "slo-tpot", .help = "greatest time per output token after the first, likewise",
             .key = "slo_tpot_ms", .measure = Measure::latency, .domain = io::positive},
    OptionRow{.name = "load", .help = "offline takes offline maxima as they are; online (default) derates them to 70%",
             .key = "load", .measure = Measure::word, .domain = detail::any_word, .words = detail::loads},
    OptionRow{.name = "throughput", .help = "input and output tokens per second of one replica at full load, at this mix and cache hits",
             .key = "tok_per_s", .measure = Measure::token_rate, .domain = io::positive,
             .assign = [](Scenario& s, double v) { s.self_host.throughput = TotalRate{v * token / second}; }, .group = Group::throughput, .member = 2},
    OptionRow{.name = "output-throughput", .help = "the same load counted in output tokens",
             .key = "output_tok_per_s", .measure = Measure::token_rate, .domain = io::positive,
             .assign = [](Scenario& s, double v) { s.self_host.throughput = OutputRate{v * token / second}; }, .group = Group::throughput, .member = 3},
    OptionRow{.name = "prefill", .help = "input tokens per second of one replica that only prefills",
             .key = "prefill_tok_per_s", .measure = Measure::token_rate, .domain = io::positive,
             .assign = [](Scenario& s, double v) { detail::phases(s).prefill = v * token / second; }, .group = Group::throughput, .member = 4},
    OptionRow{.name = "decode", .help = "output tokens per second of one replica that only decodes",
             .key = "decode_tok_per_s", .measure = Measure::token_rate, .domain = io::positive,
             .assign = [](Scenario& s, double v) { detail::phases(s).decode = v * token / second; }, .group = Group::throughput, .member = 4},
    OptionRow{.name = "context-cost", .help = "seconds per squared token that reading the KV cache costs",
             .key = "context_s_per_tok2", .measure = Measure::context_cost, .domain = io::context_cost,
             .assign = [](Scenario& s, double v) { detail::phases(s).context = v * (second * request / (token * token)); }, .group = Group::throughput, .member = 4},
    OptionRow{.name = "overhead", .help = "multiplies GPU spend: network, idle spares, tooling",
             .key = "overhead_multiplier", .measure = Measure::multiplier, .domain = io::at_least_one, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.overhead_multiplier = v; }},
    OptionRow{.name = "fixed", .help = "people and platform, whatever the volume",
             .key = "fixed_usd_per_month", .measure = Measure::monthly_money, .domain = io::non_negative, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.self_host.fixed = v * usd; }},
    OptionRow{.name = "replica-fixed", .help = "fixed cost of each replica, spares included",
             .key = "replica_usd_per_month", .measure = Measure::monthly_money, .domain = io::non_negative, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.self_host.replica_fixed = v * usd; }},
    OptionRow{.name = "marginal", .help = "self-host cost of each token: egress, metered power",
             .key = "marginal_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.self_host.marginal = v * (usd / mtok); }},
    OptionRow{.name = "spares", .help = "replicas that cost but do not serve (N+k)",
             .key = "spare_replicas", .measure = Measure::count, .domain = io::count, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.self_host.spare_replicas = detail::whole(v); }},
    OptionRow{.name = "min-replicas", .help = "serving replicas kept whatever the volume",
             .key = "min_replicas", .measure = Measure::count, .domain = io::positive_count, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.min_replicas = detail::whole(v); }},
    OptionRow{.name = "max-replicas", .help = "serving replicas that can be had at most",
             .key = "max_replicas", .measure = Measure::count, .domain = io::positive_count,
             .assign = [](Scenario& s, double v) { s.self_host.max_replicas = detail::whole(v); }},
    OptionRow{.name = "max-util", .help = "headroom: the share of full load that is planned for",
             .key = "max_utilization_ratio", .measure = Measure::ratio, .domain = io::positive_ratio, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.max_utilization = Fraction(v); }},
    OptionRow{.name = "peak", .help = "replicas are sized for the peak, and paid over the mean",
             .key = "peak_to_average_ratio", .measure = Measure::multiplier, .domain = io::at_least_one, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.peak_to_average = v; }},
    OptionRow{.name = "derate", .help = "share of the throughput left by hypervisor, service level, availability",
             .key = "derate_ratio", .measure = Measure::ratio, .domain = io::positive_ratio, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.self_host.derate = Fraction(v); }},
    OptionRow{.name = "month", .help = "length of a month",
             .key = "hours_per_month", .measure = Measure::duration, .domain = io::month_hours, .default_value = 730,
             .assign = [](Scenario&, double) {}},
    OptionRow{.name = "billed-hours", .help = "hours for which the GPUs are paid (default: the whole month)",
             .key = "billed_hours_per_month", .measure = Measure::duration, .domain = io::month_hours,
             .assign = [](Scenario& s, double v) { s.self_host.billed = v * hour; }, .group = Group::hours, .member = 1},
    OptionRow{.name = "serving-hours", .help = "hours in which the GPUs can serve (default: the billed ones)",
             .key = "serving_hours_per_month", .measure = Measure::duration, .domain = io::month_hours,
             .assign = [](Scenario& s, double v) { s.self_host.serving = v * hour; }, .group = Group::hours, .member = 1},
    OptionRow{.help = "how often the GPUs are started and stopped, in place of billed hours",
             .key = "sessions_per_month", .measure = Measure::monthly_count, .domain = io::positive,
             .assign = [](Scenario&, double) {}, .group = Group::hours, .member = 2},
    OptionRow{.help = "time that each session serves",
             .key = "hours_per_session", .measure = Measure::duration, .domain = io::month_hours,
             .assign = [](Scenario&, double) {}, .group = Group::hours, .member = 2},
    OptionRow{.name = "start-up", .help = "billed time before each session serves",
             .key = "start_up_hours", .measure = Measure::duration, .domain = io::month_hours_or_none,
             .assign = [](Scenario&, double) {}, .group = Group::hours, .member = 2},
    OptionRow{.name = "billing-increment", .help = "sessions are billed in whole ones of these (default: 0, billed exactly)",
             .key = "billing_increment_hours", .measure = Measure::duration, .domain = io::month_hours_or_none,
             .assign = [](Scenario&, double) {}, .group = Group::hours, .member = 2},
    OptionRow{.name = "api", .help = "API offer of the catalog",
             .key = "api", .measure = Measure::id, .domain = detail::any_id},
    OptionRow{.name = "service-tier", .help = "how that API serves the requests, at what price (default: standard)",
             .key = "service_tier", .measure = Measure::word, .domain = detail::any_word,
             .words = detail::services},
    OptionRow{.name = "api-price", .help = "one price for input, cached input and output tokens alike",
             .key = "api_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) {
               const TokenPrice price = v * (usd / mtok);
               s.api.input = s.api.output = s.api.cache_read = s.api.cache_write = price;
             }, .group = Group::api_price, .member = 1},
    OptionRow{.name = "api-in", .help = "price of input tokens",
             .key = "api_input_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.input = v * (usd / mtok); }, .group = Group::api_price, .member = 2},
    OptionRow{.name = "api-out", .help = "price of output tokens, reasoning included",
             .key = "api_output_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.output = v * (usd / mtok); }, .group = Group::api_price, .member = 2},
    OptionRow{.name = "api-cache-read", .help = "price of input tokens read from the cache",
             .key = "api_cache_read_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.cache_read = v * (usd / mtok); }, .group = Group::api_price, .member = 2},
    OptionRow{.name = "api-cache-write", .help = "price of input tokens written to the cache",
             .key = "api_cache_write_usd_per_mtok", .measure = Measure::token_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.cache_write = v * (usd / mtok); }, .group = Group::api_price, .member = 2},
    OptionRow{.name = "api-request-fee", .help = "fee of each request; needs a shape",
             .key = "api_usd_per_request", .measure = Measure::request_fee, .domain = io::non_negative, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.api.request_fee = v * (usd / request); }},
    OptionRow{.name = "api-discount", .help = "negotiated discount off all token prices and the fee",
             .key = "api_discount_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.api.discount = Fraction(v); }},
    OptionRow{.name = "batch-discount", .help = "discount of the batch tier off the token prices",
             .key = "batch_discount_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.api.batch_discount = Fraction(v); }},
    OptionRow{.name = "batch-share", .help = "share of the traffic that can go through the batch tier",
             .key = "batch_share_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.api.batch_share = Fraction(v); }},
    OptionRow{.name = "api-token-ratio", .help = "API tokens for one self-hosted token of the same work",
             .key = "api_token_ratio", .measure = Measure::multiplier, .domain = io::positive, .default_value = 1,
             .assign = [](Scenario& s, double v) { s.api.token_ratio = v; }},
    OptionRow{.name = "api-tiers", .help = "prices of the tokens above monthly volumes: 100M/month:0.8usd/Mtok,1B/month:20%",
             .key = "api_marginal_tiers", .measure = Measure::tiers, .domain = detail::any_tiers,
             .group = Group::api_tiers, .member = 1, .tier_kind = TierKind::marginal},
    OptionRow{.name = "api-all-units-tiers", .help = "prices of all tokens of a month that has more than these volumes",
             .key = "api_all_units_tiers", .measure = Measure::tiers, .domain = detail::any_tiers,
             .group = Group::api_tiers, .member = 2, .tier_kind = TierKind::all_units},
    OptionRow{.name = "api-free", .help = "first API tokens of the month, which cost nothing but the request fee",
             .key = "api_free_tok_per_month", .measure = Measure::monthly_tokens, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.free = v * token; }},
    OptionRow{.name = "api-minimum", .help = "what the month's bill is at least",
             .key = "api_minimum_usd_per_month", .measure = Measure::monthly_money, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.api.minimum = v * usd; }},
    OptionRow{.name = "volume", .help = "input and output tokens served",
             .key = "tok_per_month", .measure = Measure::monthly_tokens, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.workload.demand = v * token; }, .group = Group::demand, .member = 1},
    OptionRow{.name = "requests", .help = "requests served; needs a shape",
             .key = "requests_per_month", .measure = Measure::monthly_requests, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.workload.demand = v * request; }, .group = Group::demand, .member = 2},
    OptionRow{.help = "input tokens of one request, cached ones included",
             .key = "input_tok", .measure = Measure::tokens, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { detail::shape(s).input = v * (token / request); }, .group = Group::mix, .member = 1},
    OptionRow{.help = "output tokens of one request",
             .key = "output_tok", .measure = Measure::tokens, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { detail::shape(s).output = v * (token / request); }, .group = Group::mix, .member = 1},
    OptionRow{.name = "util", .help = "delivered over peak tokens of the minimum replicas, in place of a volume",
             .key = "utilization_ratio", .measure = Measure::ratio, .domain = io::ratio,
             .assign = [](Scenario& s, double v) { s.workload.demand = Utilization{Fraction(v)}; }, .group = Group::demand, .member = 3},
    OptionRow{.name = "input-share", .help = "share of input in all tokens",
             .key = "input_share_ratio", .measure = Measure::ratio, .domain = io::ratio,
             .assign = [](Scenario& s, double v) { s.workload.input_share = Fraction(v); }, .group = Group::mix, .member = 2},
    OptionRow{.name = "cache-hit", .help = "share of input tokens read from the prefix cache, on both sides",
             .key = "cache_hit_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.workload.cache_hit = Fraction(v); }},
    OptionRow{.name = "cache-write", .help = "share of input tokens written to the API's cache",
             .key = "cache_write_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0,
             .assign = [](Scenario& s, double v) { s.workload.cache_write = Fraction(v); }},
    OptionRow{.name = "serverless-price", .help = "price of a worker that scales to zero, all its GPUs: a third path; needs a shape",
             .key = "serverless_usd_per_s", .measure = Measure::second_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { s.serverless.emplace().price = v * (usd / second); }, .group = Group::serverless},
    OptionRow{.name = "cold-start", .help = "time that a worker takes to start and load the model",
             .key = "cold_start_s", .measure = Measure::seconds, .domain = io::month_seconds_or_none,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.cold_start = t * second; }, v); }, .group = Group::serverless},
    OptionRow{.name = "keep-alive", .help = "time that a worker waits for the next request before it stops (default: 5s, as RunPod's)",
             .key = "keep_alive_s", .measure = Measure::seconds, .domain = io::month_seconds_or_none,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.keep_alive = t * second; }, v); }, .group = Group::serverless},
    OptionRow{.name = "service-time", .help = "time from the start of a request to its end (default: the throughput record's latencies at this shape)",
             .key = "service_s", .measure = Measure::seconds, .domain = io::month_seconds,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double t) { p.service = t * second; }, v); }, .group = Group::serverless},
    OptionRow{.name = "serverless-concurrency", .help = "how many requests a worker serves at a time (default: many)",
             .key = "serverless_concurrency", .measure = Measure::word, .domain = detail::any_word,
             .group = Group::serverless, .words = detail::concurrencies},
    OptionRow{.name = "serverless-bills-cold-start", .help = "whether a worker is billed while it starts (default: yes)",
             .key = "serverless_bills_cold_start", .measure = Measure::word, .domain = detail::any_word,
             .group = Group::serverless, .words = detail::yes_or_no},
    OptionRow{.name = "serverless-bills-idle", .help = "whether a worker is billed while it waits for a request (default: yes)",
             .key = "serverless_bills_idle", .measure = Measure::word, .domain = detail::any_word,
             .group = Group::serverless, .words = detail::yes_or_no},
    OptionRow{.name = "warm-workers", .help = "workers that are always on, before those that scale to zero (default: 0)",
             .key = "warm_workers", .measure = Measure::count, .domain = io::worker_count,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double n) { p.warm_workers = detail::whole(n); }, v); }, .group = Group::serverless},
    OptionRow{.name = "warm-price", .help = "price of a worker that is always on, all its GPUs",
             .key = "warm_usd_per_s", .measure = Measure::second_price, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double g) { p.warm_price = g * (usd / second); }, v); }, .group = Group::serverless},
    OptionRow{.name = "cold-start-penalty", .help = "what a request loses that waits on a cold start: it chooses the best keep-alive, and is not billed",
             .key = "cold_start_penalty_usd_per_request", .measure = Measure::request_fee, .domain = io::non_negative,
             .assign = [](Scenario& s, double v) { detail::set(s, [](Serverless& p, double c) { p.cold_start_penalty = c * (usd / request); }, v); }, .group = Group::serverless},
};
// clang-format on

inline constexpr std::size_t input_count = input_table.size();

/// A row of the table, by index.
enum class Key : std::size_t {};

constexpr const OptionRow& row(Key key) { return input_table[static_cast<std::size_t>(key)]; }

/// The key with that name; an unknown name does not compile.
consteval Key key(std::string_view name) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (input_table[i].key == name) return Key{i};
  throw std::invalid_argument("no such input");
}

/// Whether its value is a name (an id or a word), not a number.
constexpr bool is_name(const OptionRow& input) {
  return input.measure == Measure::id || input.measure == Measure::word;
}

/// Whether its value is text as typed, not a number.
constexpr bool is_text(const OptionRow& input) { return is_name(input) || input.measure == Measure::tiers; }

/// Whether the input chooses catalog entries or what is taken from them, and is not a number of the model.
constexpr bool chooses_entries(const OptionRow& input) {
  return (is_name(input) && input.group != Group::serverless) || input.measure == Measure::latency;
}

/// Whether the input can have that name: any id, or one of its words.
bool may_be(const OptionRow& input, std::string_view name);

std::optional<Key> find_key(std::string_view name);

}  // namespace breakeven::app
