// SPDX-License-Identifier: MIT
// Completes inputs with defaults, and makes the scenario from them.
#include <algorithm>

#include "inputs/question.hpp"
#include "io/catalog/terms.hpp"

namespace breakeven::app {
namespace {

constexpr double usual_input_share = 0.75;

void set_default(InputSet& inputs, Key key, double number) {
  auto& value = at(inputs, key);
  if (value) return;
  value = InputValue{
      .number = number, .low = number, .high = number, .source = Source::default_value, .level = Source::default_value};
}

void assign(Key key, const InputValue& value, Scenario& scenario) {
  const OptionRow& input = row(key);
  if (input.assign) input.assign(scenario, value.number);
  if (!input.tier_kind) return;
  scenario.api.tier_kind = *input.tier_kind;
  scenario.api.tiers = value.tiers;
}

void set_default(InputSet& inputs, Key key, std::string_view word) {
  auto& value = at(inputs, key);
  if (value) return;
  value = InputValue{.id = std::string(word), .source = Source::default_value, .level = Source::default_value};
}

bool by_sessions(const InputSet& inputs) {
  return at(inputs, key("sessions_per_month")) || at(inputs, key("hours_per_session"));
}

void complete_sessions(InputSet& inputs) {
  if (!by_sessions(inputs)) return;
  set_default(inputs, key("start_up_hours"), 0);
  set_default(inputs, key("billing_increment_hours"), 0);
}

// If any spot input is given, the others get defaults.
void complete_spot(InputSet& inputs) {
  const bool has_interruptions =
      at(inputs, key("spot_interruptions_per_hour")) || at(inputs, key("spot_restart_hours"));
  const bool has_availability =
      at(inputs, key("spot_availability_ratio")) || at(inputs, key("spot_fallback_usd_per_hour"));
  if (!has_interruptions && !has_availability) return;
  set_default(inputs, key("spot_availability_ratio"), 1);
  if (has_interruptions) return;
  set_default(inputs, key("spot_interruptions_per_hour"), 0);
  set_default(inputs, key("spot_restart_hours"), 0);
}

}  // namespace

std::optional<Sessions> sessions_of(const InputSet& inputs) {
  const auto number = [&](Key key) { return at(inputs, key) ? at(inputs, key)->number : 0; };
  if (!at(inputs, key("sessions_per_month")) || !at(inputs, key("hours_per_session"))) return std::nullopt;
  return Sessions{.per_month = number(key("sessions_per_month")),
                  .length = number(key("hours_per_session")) * hour,
                  .start_up = number(key("start_up_hours")) * hour,
                  .billing_increment = number(key("billing_increment_hours")) * hour};
}

std::optional<RequestShape> shape_of(const InputSet& inputs) {
  const auto& input = at(inputs, key("input_tok"));
  const auto& output = at(inputs, key("output_tok"));
  if (!input || !output || input->number + output->number == 0) return std::nullopt;
  return RequestShape{input->number * (token / request), output->number * (token / request)};
}

ServiceLevel service_level_of(const InputSet& inputs) {
  const auto bound = [&](Key key) { return at(inputs, key) ? std::optional(at(inputs, key)->number) : std::nullopt; };
  return {.ttft_ms = bound(key("slo_ttft_ms")), .tpot_ms = bound(key("slo_tpot_ms"))};
}

RequestShape rate_shape(const InputSet& inputs) {
  constexpr double usual_length = 2'000;
  if (const auto shape = shape_of(inputs)) return *shape;
  const auto& share = at(inputs, key("input_share_ratio"));
  const double input_share = share ? share->number : usual_input_share;
  return {usual_length * input_share * (token / request), usual_length * (1 - input_share) * (token / request)};
}

Load load_asked(const InputSet& inputs) {
  const auto& asked = at(inputs, key("load"));
  return asked ? io::parse(asked->id, Load{}).value_or(Load::online) : Load::online;
}

std::optional<ServiceTier> service_tier_of(const InputSet& inputs) {
  const auto& asked = at(inputs, key("service_tier"));
  return asked ? io::parse(asked->id, ServiceTier{}) : std::nullopt;
}

void complete(InputSet& inputs, const ThroughputRecord* record) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (row(Key{i}).default_value) set_default(inputs, Key{i}, *row(Key{i}).default_value);
  complete_sessions(inputs);
  complete_spot(inputs);
  complete_serverless(inputs, record);
  follow_hours(inputs);
  if (shape_of(inputs) || at(inputs, key("input_share_ratio"))) return;
  set_default(inputs, key("input_share_ratio"), usual_input_share);
}

void complete_serverless(InputSet& inputs, const ThroughputRecord* record) {
  if (!at(inputs, key("serverless_usd_per_s"))) return;
  constexpr double usual_keep_alive = 5;
  set_default(inputs, key("keep_alive_s"), usual_keep_alive);
  set_default(inputs, key("serverless_concurrency"), "many");
  set_default(inputs, key("serverless_bills_cold_start"), "yes");
  set_default(inputs, key("serverless_bills_idle"), "yes");
  set_default(inputs, key("warm_workers"), 0);
  set_default(inputs, key("cold_start_penalty_usd_per_request"), 0);
  const auto shape = shape_of(inputs);
  if (at(inputs, key("service_s")) || !shape || !record || !record->ttft_ms || !record->tpot_ms) return;
  const double later_tokens = std::max(shape->output.held() - 1, 0.0);
  const double seconds = (*record->ttft_ms + later_tokens * *record->tpot_ms) / 1000;
  at(inputs, key("service_s")) = InputValue{.number = seconds,
                                            .low = seconds,
                                            .high = seconds,
                                            .source = Source::catalog,
                                            .level = Source::catalog,
                                            .origin = record->id,
                                            .cited = &record->cited};
}

void follow_hours(InputSet& inputs) {
  if (by_sessions(inputs)) return;
  const auto follow = [&](Key follower, Key leader) {
    auto& value = at(inputs, follower);
    const double number = at(inputs, leader)->number;
    if (value && value->source == Source::default_value) value->number = value->low = value->high = number;
    set_default(inputs, follower, number);
  };
  follow(key("billed_hours_per_month"), key("hours_per_month"));
  follow(key("serving_hours_per_month"), key("billed_hours_per_month"));
}

Scenario assemble(const InputSet& inputs) {
  Scenario scenario;
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i]) assign(Key{i}, *inputs[i], scenario);
  if (const auto sessions = sessions_of(inputs)) {
    scenario.self_host.billed = sessions->billed();
    scenario.self_host.serving = sessions->serving();
  }
  if (scenario.serverless) {
    const auto is = [&](Key key, std::string_view word) { return at(inputs, key) && at(inputs, key)->id == word; };
    scenario.serverless->concurrency = is(key("serverless_concurrency"), "one") ? Concurrency::one : Concurrency::many;
    scenario.serverless->bills_cold_start = !is(key("serverless_bills_cold_start"), "no");
    scenario.serverless->bills_idle = !is(key("serverless_bills_idle"), "no");
    scenario.serverless->month = at(inputs, key("hours_per_month"))->number * hour;
  }
  if (scenario.workload.shape) scenario.workload.input_share = scenario.workload.shape->input_share();
  return scenario;
}

}  // namespace breakeven::app
