// SPDX-License-Identifier: MIT
#include "cli/warnings.hpp"

#include "breakeven/selection.hpp"
#include "io/date.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
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
    const InputRow& input = row(Key{i});
    const std::string unit(unit_of(input.measure));
    const std::string midpoint =
        input.measure == Measure::ratio ? report::percent(value->number) : report::plain(value->number);
    warnings.push_back(warning("BE-W006",
                               std::string(input.key) + " is a band, " + io::printable(value->text) +
                                   ": the answer takes its midpoint, " + midpoint + (unit.empty() ? "" : " " + unit),
                               "give one figure where it is known"));
  }
}

bool split_prices_differ(const Scenario& scenario) { return scenario.api.input != scenario.api.output; }

void warn_of_mix(const Question& question, io::Diagnostics& warnings) {
  const auto& share = at(question.inputs, key("input_share_ratio"));
  if (!share || share->source != Source::default_value) return;
  const bool matters = split_prices_differ(question.scenario) ||
                       !std::holds_alternative<TotalRate>(question.scenario.self_host.throughput) ||
                       question.scenario.workload.cache_hit > 0 || question.scenario.workload.cache_write > 0;
  if (matters)
    warnings.push_back(warning("BE-W002", "the mix is not known: 3 input tokens for 1 output token are assumed",
                               "give --shape 1500:300 or --input-share 80%"));
}

void warn_of_record(const Question& question, io::Diagnostics& warnings) {
  if (!question.record) return;
  const ThroughputRecord& record = *question.record;
  if (record.kind == RecordKind::estimated)
    warnings.push_back(warning("BE-W005", "the throughput record '" + record.id + "' is an estimate, not a measurement",
                               "measure your own and give --throughput"));
  const auto shape = question.scenario.workload.shape;
  if (shape && is_far_from(record, *shape))
    warnings.push_back(warning(
        "BE-W004",
        "the throughput record '" + record.id + "' was taken at requests of " +
            report::plain(record.shape.input.held()) + ":" + report::plain(record.shape.output.held()) +
            " tokens, more than twofold away from these",
        "long outputs look too cheap: measure at your own shape, or give --prefill, --decode and --context-cost"));
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

void warn_of_tiers(const Question& question, io::Diagnostics& warnings) {
  if (!question.api_offer || question.api_offer->context_tiers.empty() || question.scenario.workload.shape) return;
  warnings.push_back(warning("BE-W003",
                             "the API offer '" + question.api_offer->id + "' costs more for requests over " +
                                 report::plain(question.api_offer->context_tiers.front().above_input.held()) +
                                 " input tokens, and the shape is not known: base prices are taken",
                             "give --shape 1500:300"));
}

}  // namespace

io::Diagnostic warning(std::string_view code, std::string message, std::string help) {
  return {.code = code, .message = std::move(message), .help = std::move(help), .severity = io::Severity::warning};
}

bool is_far_from(const ThroughputRecord& record, const RequestShape& shape) {
  return !std::holds_alternative<PhaseRates>(record.throughput) && shapes_differ_twofold(shape, record.shape);
}

std::optional<io::Diagnostic> stale_price(const std::string& id, Date as_of, Date today) {
  const auto age = (today - as_of).count();
  if (age <= stale_after_days) return std::nullopt;
  return warning("BE-W001",
                 "the price of '" + id + "' is of " + io::format_date(as_of) + ", " + std::to_string(age) +
                     " days old on " + io::format_date(today),
                 "check it, and put the new one in a catalog of your own");
}

void warn(const Question& question, Date today, io::Diagnostics& warnings) {
  warn_of_age(question, today, warnings);
  warn_of_bands(question, warnings);
  warn_of_mix(question, warnings);
  warn_of_tiers(question, warnings);
  warn_of_other_model(question, warnings);
  warn_of_record(question, warnings);
}

}  // namespace breakeven::cli
