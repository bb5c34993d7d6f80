// SPDX-License-Identifier: MIT
#include "inputs/warnings.hpp"

#include <cmath>

#include "breakeven/bill.hpp"
#include "breakeven/selection.hpp"
#include "io/date.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

void warn_of_age(const Question& question, Date today, io::Diagnostics& warnings) {
  const auto older = [](const Citation* a, const Citation* b) { return !b || (a && a->as_of < b->as_of); };
  const InputValue* oldest = nullptr;
  for (std::size_t i = 0; i < input_count; ++i) {
    const auto& value = question.inputs[i];
    const bool is_price = row(Key{i}).measure == Measure::hourly_price || row(Key{i}).measure == Measure::token_price ||
                          row(Key{i}).measure == Measure::request_fee;
    if (is_price && value && value->cited && older(value->cited, oldest ? oldest->cited : nullptr)) oldest = &*value;
  }
  if (!oldest) return;
  if (auto stale = stale_price(oldest->origin, oldest->cited->as_of, today)) warnings.push_back(std::move(*stale));
}

void warn_of_bands(const Question& question, io::Diagnostics& warnings) {
  for (std::size_t i = 0; i < input_count; ++i) {
    const auto& value = question.inputs[i];
    if (!value || value->low == value->high) continue;
    const OptionRow& input = row(Key{i});
    const std::string unit(unit_of(input.measure));
    const std::string midpoint =
        input.measure == Measure::ratio ? text::percent(value->number) : text::plain(value->number);
    warnings.push_back(warning("BE-W006",
                               std::string(input.key) + " is a band, " + io::printable(value->text) +
                                   ": the answer takes its midpoint, " + midpoint + (unit.empty() ? "" : " " + unit),
                               "give one figure where it is known"));
  }
}

// Whether input and output tokens cost or weigh differently, so the mix matters.
bool mix_matters(const Scenario& scenario) {
  Workload all_input = scenario.workload;
  Workload all_output = scenario.workload;
  all_input.input_share = Fraction(1);
  all_output.input_share = Fraction(0);
  return effective_price(scenario.api, all_input) != effective_price(scenario.api, all_output) ||
         !std::holds_alternative<TotalRate>(scenario.self_host.throughput);
}

void warn_of_mix(const Question& question, io::Diagnostics& warnings) {
  const auto& share = at(question.inputs, key("input_share_ratio"));
  if (!share || share->source != Source::default_value) return;
  if (!question.rate && !mix_matters(question.scenario)) return;
  warnings.push_back(unknown_mix());
}

// Warns if the record is the fastest point of its curve and throughput falls beyond it.
void warn_of_falling_curve(const Question& question, io::Diagnostics& warnings) {
  if (question.curve.empty()) return;
  const auto is_slower = [](const ThroughputRecord* a, const ThroughputRecord* b) {
    return recorded_rate(*a) < recorded_rate(*b);
  };
  const ThroughputRecord& peak = **std::max_element(question.curve.begin(), question.curve.end(), is_slower);
  if (is_slower(question.record, &peak)) return;
  const auto falls = [&](const ThroughputRecord* point) {
    return peak.concurrency && point->concurrency > peak.concurrency && is_slower(point, &peak);
  };
  const auto lower = std::find_if(question.curve.begin(), question.curve.end(), falls);
  if (lower == question.curve.end()) return;
  const auto said = [](const ThroughputRecord& point) {
    return text::plain(std::round(recorded_rate(point) / (token / second))) + " tok/s at a concurrency of " +
           text::plain(*point.concurrency);
  };
  warnings.push_back(warning("BE-W041", "throughput falls with more load: " + said(peak) + ", " + said(**lower),
                             "limit the requests in flight: more of them are served by more replicas"));
}

void warn_of_record(const Question& question, io::Diagnostics& warnings) {
  if (!question.record) return;
  const ThroughputRecord& record = *question.record;
  if (record.kind == RecordKind::estimated)
    warnings.push_back(warning("BE-W005", "the throughput record '" + record.id + "' is an estimate, not a measurement",
                               "measure your own and give --throughput"));
  if (question.rate && question.rate->is_beyond)
    warnings.push_back(warning("BE-W004",
                               "the throughput was measured at requests of " + shapes_text(*question.rate) +
                                   " tokens, more than twofold away from these",
                               error_text(*question.rate)));
  warn_of_falling_curve(question, warnings);
  const bool prices_hits = question.scenario.workload.cache_hit > 0;
  if (prices_hits && std::holds_alternative<TotalRate>(question.scenario.self_host.throughput))
    warnings.push_back(warning("BE-W010",
                               "the cache hits change the API's price alone: the throughput record's total rate is "
                               "taken as it is, though hits save prefill work",
                               "give --prefill and --decode, or --throughput as measured at these hits"));
}

void warn_of_other_model(const Question& question, io::Diagnostics& warnings) {
  const auto& model = at(question.inputs, key("model"));
  const auto& ratio = at(question.inputs, key("api_token_ratio"));
  if (!question.api_offer || !model || question.api_offer->model == model->id || ratio->source != Source::default_value)
    return;
  warnings.push_back(warning("BE-W007",
                             "the API serves " + question.api_offer->model + ", not " + model->id +
                                 ": a token of one may not do the work of a token of the other",
                             "give --api-token-ratio, the API's tokens for one of yours"));
}

void warn_of_batch(const Question& question, io::Diagnostics& warnings) {
  const auto& discount = at(question.inputs, key("batch_discount_ratio"));
  if (at(question.inputs, key("batch_share_ratio"))->number == 0 || discount->source != Source::default_value) return;
  warnings.push_back(warning("BE-W011", "a batch share is given, but no batch discount is known: it saves nothing",
                             "give --batch-discount 50%"));
}

// A single request cannot finish faster than a worker's full-load rate allows.
void warn_of_quick_service(const Question& question, io::Diagnostics& warnings) {
  const auto& [self_host, api, workload, serverless] = question.scenario;
  if (!serverless || !workload.shape) return;
  const TokenRate rate = full_load_rate(self_host.throughput, workload) * self_host.derate;
  const Time work = workload.shape->total() * (1.0 * request) / rate;
  constexpr double rounding = 1e-9;
  if (work <= serverless->service * (1 + rounding)) return;
  warnings.push_back(warning("BE-W024",
                             "requests of " + text::significant(serverless->service / second, 3) +
                                 " s would be served faster than the throughput allows: it takes " +
                                 text::significant(work / second, 3) + " s for each even with many at once",
                             "give the time that one request takes, or the throughput of one worker"));
}

void warn_of_tiers(const Question& question, io::Diagnostics& warnings) {
  if (!question.api_offer || question.scenario.workload.shape) return;
  const auto& tiers = context_tiers(*question.api_offer, service_tier_of(question.inputs));
  if (tiers.empty()) return;
  const bool is_known = tiers.front().prices != ListPrices{};
  warnings.push_back(warning("BE-W003",
                             "the API offer '" + question.api_offer->id +
                                 (is_known ? "' costs more for requests over " : "' has no price of requests over ") +
                                 text::plain(tiers.front().above_input.held()) +
                                 " input tokens, and the shape is not known: base prices are taken",
                             "give --shape 1500:300"));
}

}  // namespace

io::Diagnostic warning(std::string_view code, std::string message, std::string help) {
  return {.code = code, .message = std::move(message), .help = std::move(help), .severity = io::Severity::warning};
}

io::Diagnostic unknown_mix() {
  return warning("BE-W002", "the mix is not known: 3 input tokens for 1 output token are assumed",
                 "give --shape 1500:300 or --input-share 80%");
}

std::string latency_note(const ThroughputRecord& record, std::size_t count) {
  constexpr int digits = 4;
  const auto found = [](const std::optional<double>& mean, const std::optional<double>& p99) {
    if (p99) return text::significant(*p99, digits) + " ms at the 99th percentile";
    return mean ? text::significant(*mean, digits) + " ms in the mean" : std::string("not stated");
  };
  return "of " + std::to_string(count) + (count == 1 ? " record" : " records") + " the nearest is '" + record.id +
         "': first token " + found(record.ttft_ms, record.ttft_p99_ms) + ", each further one " +
         found(record.tpot_ms, record.tpot_p99_ms);
}

std::string error_text(const SetUpRate& rate) {
  const RateError error = usual_error(rate.points.size());
  const std::string points = rate.points.size() == 1 ? "1 shape" : std::to_string(rate.points.size()) + " shapes";
  return "rates carried from " + points + " are usually " + text::percent(error.median) +
         " off, one in ten more than " + text::percent(error.p90) + ": measure at your own shape";
}

std::string shapes_text(const SetUpRate& rate) {
  constexpr std::size_t most_named = 3;
  std::string text;
  for (std::size_t i = 0; i < rate.points.size() && i < most_named; ++i) {
    const RequestShape& shape = rate.points[i]->shape;
    text += (i == 0 ? "" : ", ") + text::plain(std::round(shape.input.held())) + ":" +
            text::plain(std::round(shape.output.held()));
  }
  if (rate.points.size() > most_named) text += " and " + std::to_string(rate.points.size() - most_named) + " more";
  return text;
}

std::optional<io::Diagnostic> stale_price(const std::string& id, Date as_of, Date today) {
  const auto age = (today - as_of).count();
  if (age <= stale_after_days) return std::nullopt;
  return warning("BE-W001",
                 "the price of '" + id + "' is of " + io::format_date(as_of) + ", " + std::to_string(age) +
                     " days old on " + io::format_date(today),
                 "check it, and put the new one in a catalog of your own");
}

void warn(const Question& question, const Requirements& needs, Date today, io::Diagnostics& warnings) {
  warn_of_age(question, today, warnings);
  if (needs.point) warn_of_bands(question, warnings);
  warn_of_mix(question, warnings);
  warn_of_quick_service(question, warnings);
  warn_of_tiers(question, warnings);
  warn_of_other_model(question, warnings);
  warn_of_batch(question, warnings);
  warn_of_record(question, warnings);
}

}  // namespace breakeven::app
