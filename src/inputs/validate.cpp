// SPDX-License-Identifier: MIT
#include <array>

#include "inputs/question.hpp"
#include "inputs/volume_tiers.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// Checks inputs against each other, and that a question has what it needs.
class InputValidator {
 public:
  InputValidator(const InputSet& inputs, io::Diagnostics& problems) : inputs_(inputs), problems_(problems) {}

  void missing(const Requirements& needs) {
    std::vector<std::string> notes;
    if (needs.self_host && !has(key("gpu_usd_per_hour")))
      notes.emplace_back("the GPU price: --gpu h100-sxm, or --gpu-price 2.50usd/h");
    if (needs.self_host && !has_throughput())
      notes.emplace_back("the throughput: --model llama-3.3-70b (with --gpu), or --throughput 2500tok/s");
    if (needs.api && !has_api_price())
      notes.emplace_back("the API price: --api deepinfra/llama-3.3-70b, or --api-price 0.60usd/Mtok");
    if (needs.demand && !has_any({key("tok_per_month"), key("requests_per_month"), key("utilization_ratio")}))
      notes.emplace_back("the volume: --volume 1B/month, or --requests 500k/month with --shape 1500:300" +
                         std::string(needs.self_host ? ", or --util 30%" : ""));
    if (needs.serverless && has(key("serverless_usd_per_s"))) missing_of_serverless(notes);
    if (notes.empty()) return;
    problems_.push_back({.code = "BE-U005",
                         .message = notes.size() == 1 ? "an input is missing" : "inputs are missing",
                         .notes = std::move(notes),
                         .help = "give one option of each line"});
  }

  void self_host() {
    refuse(has(key("decode_tok_per_s")) != has(key("prefill_tok_per_s")), "BE-M005",
           either(key("prefill_tok_per_s"), key("decode_tok_per_s")), "prefill and decode rates go together",
           "give both --prefill and --decode");
    refuse(has(key("context_s_per_tok2")) && !has(key("prefill_tok_per_s")), "BE-M005", key("context_s_per_tok2"),
           "a context cost goes with prefill and decode rates", "give --prefill and --decode too");
    refuse(has(key("context_s_per_tok2")) && number(key("context_s_per_tok2")) > 0 && !shape_of(inputs_), "BE-M002",
           key("context_s_per_tok2"), "a context cost needs the shape of a request", "add --shape 1500:300");
    refuse(has(key("output_tok_per_s")) && input_share() >= 1, "BE-M007", key("output_tok_per_s"),
           "an output throughput has no total where all tokens are input", "give --throughput in total tokens");
    refuse(has(key("max_replicas")) && number(key("max_replicas")) < number(key("min_replicas")), "BE-M005",
           key("max_replicas"), "the maximum number of replicas is below the minimum",
           "raise --max-replicas or lower --min-replicas");
    ordered(key("billed_hours_per_month"), key("hours_per_month"), "GPUs are billed for more hours than the month has");
    ordered(key("serving_hours_per_month"), key("billed_hours_per_month"),
            "GPUs serve for more hours than they are billed");
  }

  // Sessions instead of hours: that both inputs are given, and that the sessions fit into the month.
  void sessions() {
    const bool given = has(key("sessions_per_month"));
    refuse(given != has(key("hours_per_session")), "BE-M005",
           either(key("sessions_per_month"), key("hours_per_session")), "a number of sessions goes with their length",
           "give both: --sessions 3/day*20min");
    refuse(!given && has(key("start_up_hours")), "BE-M005", key("start_up_hours"),
           "a start-up time is that of sessions, and there are none", "give --sessions 3/day*20min");
    refuse(!given && has(key("billing_increment_hours")), "BE-M005", key("billing_increment_hours"),
           "a billing increment is that of sessions, and there are none", "give --sessions 3/day*20min");
    const auto known = sessions_of(inputs_);
    if (!known) return;
    const double billed = known->billed() / hour;
    refuse(billed > number(key("hours_per_month")) * (1 + 1e-12), "BE-M005", key("sessions_per_month"),
           "the sessions are billed for " + text::plain(billed) + " h, more than the month has",
           "lower --sessions, or leave them out where the GPUs always run");
  }

  void spot() {
    refuse(has(key("spot_interruptions_per_hour")) != has(key("spot_restart_hours")), "BE-M005",
           either(key("spot_interruptions_per_hour"), key("spot_restart_hours")),
           "interruptions go with the time that each one loses", "give both: --interruptions 0.2/h --restart 15min");
    const bool falls_back = has(key("spot_availability_ratio")) && number(key("spot_availability_ratio")) < 1;
    refuse(falls_back && !has(key("spot_fallback_usd_per_hour")), "BE-M008", key("spot_availability_ratio"),
           "spot GPUs cannot be had in all hours, and what a GPU costs in the others is not known",
           "give the price that is paid then, such as that on demand: --spot-fallback 2.50usd/h");
    refuse(!falls_back && has(key("spot_fallback_usd_per_hour")), "BE-M005", key("spot_fallback_usd_per_hour"),
           "a fallback price is for hours without spot GPUs, and there are none", "give --spot-availability 90%");
  }

  void serverless() {
    for (std::size_t i = 0; i < input_count && !has(key("serverless_usd_per_s")); ++i)
      if (row(Key{i}).group == Group::serverless && has(Key{i}))
        refuse(true, "BE-M005", Key{i}, std::string(row(Key{i}).key) + " is of a serverless path, which has no price",
               "give --serverless-price 0.0011usd/s, or leave it out");
    if (!has(key("serverless_usd_per_s"))) return;
    refuse(!shape_of(inputs_), "BE-M002", key("serverless_usd_per_s"),
           "serverless workers run for requests, and need the shape of one", "add --shape 1500:300");
  }

  void workload() {
    refuse(has(key("input_tok")) != has(key("output_tok")), "BE-M005", either(key("input_tok"), key("output_tok")),
           "input_tok and output_tok go together", "give --shape 1500:300");
    refuse(has(key("input_tok")) && has(key("output_tok")) && !shape_of(inputs_), "BE-M005", key("input_tok"),
           "a request of no tokens at all", "give --shape 1500:300");
    refuse(has(key("requests_per_month")) && !shape_of(inputs_), "BE-M002", key("requests_per_month"),
           "a number of requests needs the shape of a request", "add --shape 1500:300");
    refuse(number(key("cache_hit_ratio")) + number(key("cache_write_ratio")) > 1 + 1e-12, "BE-M005",
           key("cache_write_ratio"), "more input tokens are read from and written to the cache than there are",
           "lower --cache-hit or --cache-write");
    refuse(input_share() >= 1 && number(key("cache_hit_ratio")) >= 1, "BE-M007", key("cache_hit_ratio"),
           "every token is cached input: there is nothing left to serve", "lower --cache-hit or --input-share");
    if (!has(key("utilization_ratio"))) return;
    const double limit = number(key("max_utilization_ratio")) / number(key("peak_to_average_ratio"));
    refuse(number(key("utilization_ratio")) > limit * (1 + 1e-12), "BE-M005", key("utilization_ratio"),
           "the utilization is above what headroom and peak-to-average sizing allow",
           "lower --util, or change --max-util or --peak");
  }

  void api() {
    if (has(key("api_usd_per_request")) && number(key("api_usd_per_request")) > 0)
      refuse(!shape_of(inputs_), "BE-M002", key("api_usd_per_request"), "a request fee needs the shape of a request",
             "add --shape 1500:300");
    if (has(key("api_usd_per_mtok")) || !has_api_price()) return;
    for (const Key tiers : {key("api_marginal_tiers"), key("api_all_units_tiers")})
      refuse(has(tiers) && any_flat(at(inputs_, tiers)->tiers), "BE-M005", tiers,
             "a tier has one price for all kinds of tokens, and the API has a price for each",
             "write a discount off the list prices: 1B/month:20%");
    const double share = input_share();
    const double hit = number(key("cache_hit_ratio"));
    const double write = number(key("cache_write_ratio"));
    need_price(share > 0 && hit + write < 1, key("api_input_usd_per_mtok"), "input", "--api-in 1usd/Mtok");
    need_price(share < 1, key("api_output_usd_per_mtok"), "output", "--api-out 2usd/Mtok");
    need_price(share > 0 && hit > 0, key("api_cache_read_usd_per_mtok"), "cache-read",
               "--api-cache-read 0.1usd/Mtok (the input price, if cached tokens have no discount)");
    need_price(share > 0 && write > 0, key("api_cache_write_usd_per_mtok"), "cache-write",
               "--api-cache-write 1.25usd/Mtok");
  }

 private:
  void missing_of_serverless(std::vector<std::string>& notes) const {
    if (!has(key("cold_start_s")))
      notes.emplace_back("the time that a serverless worker takes to start: --cold-start 40s");
    if (!has(key("service_s")))
      notes.emplace_back(
          "the time that a request takes: --service-time 8s, or a throughput record that states mean latencies");
    if (number(key("warm_workers")) > 0 && !has(key("warm_usd_per_s")))
      notes.emplace_back("the price of a warm worker: --warm-price 0.0008usd/s");
  }

  bool has(Key key) const { return at(inputs_, key).has_value(); }
  double number(Key key) const { return has(key) ? at(inputs_, key)->number : 0; }
  bool has_any(std::initializer_list<Key> keys) const {
    for (const Key key : keys)
      if (has(key)) return true;
    return false;
  }
  bool has_throughput() const {
    return has_any({key("tok_per_s"), key("output_tok_per_s"), key("prefill_tok_per_s"), key("decode_tok_per_s"),
                    key("context_s_per_tok2")});
  }
  bool has_api_price() const {
    return has_any({key("api_usd_per_mtok"), key("api_input_usd_per_mtok"), key("api_output_usd_per_mtok"),
                    key("api_cache_read_usd_per_mtok"), key("api_cache_write_usd_per_mtok")});
  }
  double input_share() const {
    const auto shape = shape_of(inputs_);
    return shape ? static_cast<double>(shape->input_share()) : number(key("input_share_ratio"));
  }

  Key either(Key first, Key second) const { return has(first) ? first : second; }

  // The problem is located at `culprit`.
  void refuse(bool wrong, std::string_view code, Key culprit, std::string_view message, std::string_view help) {
    if (!wrong) return;
    problems_.push_back({.code = code, .message = std::string(message), .help = std::string(help)});
    if (has(culprit)) problems_.back().location = io::Location{.argument = at(inputs_, culprit)->origin};
  }
  void ordered(Key lesser, Key greater, std::string_view message) {
    if (number(lesser) > number(greater) * (1 + 1e-12))
      refuse(true, "BE-M005", lesser, message, "lower it to at most " + text::plain(number(greater)) + "h");
  }
  void need_price(bool needed, Key price, std::string_view what, std::string_view example) {
    if (!needed || has(price)) return;
    const auto& api = at(inputs_, key("api"));
    problems_.push_back(
        {.code = "BE-M001",
         .message = (api ? "the API offer '" + io::printable(api->id) + "' has" : std::string("the API has")) + " no " +
                    std::string(what) + " price, and this traffic needs one",
         .help = "give it: " + std::string(example)});
  }

  const InputSet& inputs_;
  io::Diagnostics& problems_;
};

}  // namespace

void check_consistency(const InputSet& inputs, const Requirements& needs, io::Diagnostics& problems) {
  InputValidator checker(inputs, problems);
  checker.missing(needs);
  checker.self_host();
  checker.sessions();
  checker.spot();
  checker.workload();
  if (needs.serverless) checker.serverless();
  if (needs.api) checker.api();
}

}  // namespace breakeven::app
