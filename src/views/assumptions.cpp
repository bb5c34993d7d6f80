// SPDX-License-Identifier: MIT
#include "views/assumptions.hpp"

#include "inputs/value_text.hpp"
#include "inputs/warnings.hpp"

#include <algorithm>
#include <array>

#include "breakeven/cost.hpp"
#include "io/catalog/fields.hpp"
#include "io/catalog/terms.hpp"
#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr const char* explained = "  breakeven explain shows the arithmetic.";

std::string hours_text(const Question& question) {
  const double month = at(question.inputs, key("hours_per_month"))->number;
  const double billed = question.scenario.self_host.billed / hour;
  const double serving = question.scenario.self_host.serving / hour;
  constexpr int digits = 5;
  const auto hours = [](double number) { return text::significant(number, digits) + " h"; };
  std::string text = hours(month) + "/month";
  text += billed == month ? " billed around the clock" : ", " + hours(billed) + " of them billed";
  return serving == billed ? text : text + ", " + hours(serving) + " serving";
}

// Per needed hour, including interruptions and the fallback.
std::string effective_gpu_price_text(const Scenario& scenario) {
  return text::money(effective_gpu_price(scenario.self_host) / io::usd_per_hour) + " usd/h";
}

std::string price_text(const InputValue& value, const std::string& figure, const std::string& note = {}) {
  return figure + " from " + io::printable(value.origin) + " (" + (note.empty() ? "" : note + "; ") +
         io::format_date(value.cited->as_of) + ")";
}

std::string given_text(Key key, const InputValue& value) {
  if (row(key).measure == Measure::tiers) return value.text;
  return value.id.empty() ? text::plain(value.number) : value.id;
}

// Values from the environment or a scenario file, which the command line does not show.
void add_given_elsewhere(const Question& question, std::vector<std::string>& assumed) {
  bool has_scenario = false;
  for (std::size_t i = 0; i < input_count; ++i) {
    const auto& value = question.inputs[i];
    if (!value || value->source == Source::option) continue;
    has_scenario = has_scenario || value->source == Source::scenario;
    if (value->source == Source::env)
      assumed.push_back(io::printable(given_text(Key{i}, *value)) + " from " + value->origin);
  }
  if (has_scenario) assumed.emplace_back("the inputs of the scenario file");
}

}  // namespace

// The defaults that make self-hosting, or the API, look as cheap as possible.
std::string not_included_sentence(const InputSet& inputs, const GpuOffer* offer) {
  struct Uncounted {
    Key key;
    std::string_view name;
  };
  static constexpr std::array uncounted{Uncounted{key("max_utilization_ratio"), "headroom"},
                                        Uncounted{key("peak_to_average_ratio"), "peaks"},
                                        Uncounted{key("spare_replicas"), "spares"},
                                        Uncounted{key("derate_ratio"), "derating"},
                                        Uncounted{key("overhead_multiplier"), "overhead"},
                                        Uncounted{key("fixed_usd_per_month"), "fixed cost"},
                                        Uncounted{key("cache_hit_ratio"), "cache hits"},
                                        Uncounted{key("batch_share_ratio"), "batch share"},
                                        Uncounted{key("gpu_discount_ratio"), "GPU discount"},
                                        Uncounted{key("api_discount_ratio"), "API discount"},
                                        Uncounted{key("api_token_ratio"), "difference between the tokens"}};
  std::vector<std::string_view> names;
  for (const Uncounted& row : uncounted)
    if (const auto& value = at(inputs, row.key); value && value->source == Source::default_value)
      names.push_back(row.name);
  const bool is_spot_offer = offer && offer->term == Term::spot;
  if (is_spot_offer && !at(inputs, key("spot_interruptions_per_hour"))) names.emplace_back("spot interruptions");
  if (const auto& start_up = at(inputs, key("start_up_hours")); start_up && start_up->source == Source::default_value)
    names.emplace_back("start-up time");
  if (names.empty()) return "";
  std::string text = "Counts no ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text + ".";
}

namespace {

// What the rate at the asked shape follows from.
std::string basis_text(const Question& question) {
  const ThroughputRecord& record = *question.record;
  if (!question.rate || question.rate->is_recorded())
    return text::format("at {}:{} tokens", text::plain(record.shape.input.held()),
                        text::plain(record.shape.output.held()));
  const std::string_view verb = question.rate->points.size() == 1 ? "carried from " : "fitted to ";
  return std::string(verb) + shapes_text(*question.rate) + " tokens";
}

// How the other set-ups of the model on this GPU compare.
std::string others_text(const Question& question) {
  constexpr int digits = 2;
  const auto& rates = question.other_rates;
  if (rates.empty()) return "";
  const auto [low, high] = std::minmax_element(rates.begin(), rates.end());
  const std::string range = rates.size() == 1
                                ? text::significant(*low, digits) + "x"
                                : text::significant(*low, digits) + "x to " + text::significant(*high, digits) + "x";
  return text::format("{} {} per GPU", rates.size() == 1 ? "another set-up gives" : "other set-ups give", range);
}

// Everything that the asker did not say: what the catalog supplied, and the defaults that shape the answer.
std::string scenario_assumptions(const Question& question) {
  std::vector<std::string> assumed;
  const auto from_catalog = [&](Key key) -> const InputValue* {
    const auto& value = at(question.inputs, key);
    return value && value->source == Source::catalog ? &*value : nullptr;
  };
  if (const auto* price = from_catalog(key("gpu_usd_per_hour")))
    assumed.push_back(
        price_text(*price, text::money(price->number) + " usd/h", price->low == price->high ? price->text : ""));
  if (at(question.inputs, key("spot_availability_ratio")))
    assumed.push_back("an effective " + effective_gpu_price_text(question.scenario) + " for the GPU");
  if (question.record) {
    const ThroughputRecord& record = *question.record;
    const std::string load = load_text(record);
    const TokenRate rate = full_load_rate(question.scenario.self_host.throughput, question.scenario.workload);
    assumed.push_back(text::format("{} tok/s per replica from {} ({} GPU{}, {} {}{}, {})",
                                   text::count(rate / io::tok_per_s), io::printable(record.id), record.gpus_per_replica,
                                   record.gpus_per_replica == 1 ? "" : "s", io::printable(record.engine),
                                   io::printable(record.precision), load.empty() ? "" : ", " + load,
                                   basis_text(question)));
    if (const auto* derate = from_catalog(key("derate_ratio")))
      assumed.push_back(text::percent(derate->number) + " of it, because it is an offline maximum");
    if (const std::string others = others_text(question); !others.empty()) assumed.push_back(others);
  }
  const InputValue* api_input = from_catalog(key("api_input_usd_per_mtok"));
  const InputValue* api_output = from_catalog(key("api_output_usd_per_mtok"));
  if (const auto* flat = from_catalog(key("api_usd_per_mtok")))
    assumed.push_back(price_text(*flat, text::per_mtok(flat->number) + " usd/Mtok"));
  else if (api_input && api_output)
    assumed.push_back(price_text(
        *api_input,
        text::per_mtok(api_input->number) + " in and " + text::per_mtok(api_output->number) + " out usd/Mtok",
        service_text(question.inputs)));
  const auto& share = at(question.inputs, key("input_share_ratio"));
  const bool share_matters = question.scenario.api.input != question.scenario.api.output;
  if (share && share->source != Source::option && share_matters)
    assumed.push_back(text::percent(share->number) + " of the tokens as input");
  add_given_elsewhere(question, assumed);
  assumed.push_back(hours_text(question));
  std::string text = "Assumes ";
  for (std::size_t i = 0; i < assumed.size(); ++i) text += (i == 0 ? "" : "; ") + assumed[i];
  return text + ".";
}

}  // namespace

std::vector<std::string> assumption_sentences(const Question& question, bool is_explained) {
  std::string assumptions = scenario_assumptions(question);
  if (is_explained) assumptions += explained;
  return {std::move(assumptions), not_included_sentence(question.inputs, question.gpu_offer)};
}

std::vector<std::string> catalog_sentences(const Question& question) {
  const bool any = std::any_of(question.inputs.begin(), question.inputs.end(),
                               [](const auto& value) { return value && value->source == Source::catalog; });
  return any ? std::vector{scenario_assumptions(question) + explained} : std::vector<std::string>();
}

report::Table inputs_table(const InputSet& inputs) {
  report::Table table{.columns = {{"Input"}, {"Value", report::Align::right}, {"Unit"}, {"From"}, {"Date"}},
                      .rows = {}};
  for (std::size_t i = 0; i < input_count; ++i) {
    if (!inputs[i]) continue;
    const InputValue& value = *inputs[i];
    table.rows.push_back({std::string(row(Key{i}).key), io::printable(given_text(Key{i}, value)),
                          std::string(unit_of(row(Key{i}).measure)),
                          io::printable(value.origin.empty() ? std::string(name(value.source)) : value.origin),
                          value.cited ? io::format_date(value.cited->as_of) : ""});
  }
  return table;
}

}  // namespace breakeven::app
