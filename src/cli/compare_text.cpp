// SPDX-License-Identifier: MIT
#include "cli/compare_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/catalog_fields.hpp"
#include "io/date.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

using report::Align;
using report::Table;

std::string usd_text(const std::optional<Money>& amount) {
  return amount ? report::money(*amount / usd) + " usd" : "-";
}

std::string per_mtok_text(const std::optional<TokenPrice>& price) {
  return price ? report::per_mtok(*price / io::usd_per_mtok) + " usd" : "-";
}

std::string volume_text(Tokens tokens, int digits = 3) {
  return report::volume(tokens / token, digits) + (tokens < 1000.0 * token ? " tok/month" : "tok/month");
}

constexpr int most_digits = 12;

// With as many digits as tell it from the volume that was asked for.
std::string volume_beside(Tokens tokens, Tokens asked) {
  int digits = 3;
  while (digits < most_digits && tokens != asked && volume_text(tokens, digits) == volume_text(asked, digits)) ++digits;
  return volume_text(tokens, digits);
}

std::string replicas_text(const SelfHostAnswer& self_host, const Question& question) {
  const auto gpus = static_cast<double>(question.scenario.self_host.gpus_per_replica);
  std::string text = report::count(self_host.replica_count);
  if (self_host.spare_count > 0) text += " + " + report::count(self_host.spare_count) + " spare";
  return text + fmt::format(" ({} GPU{} each)", report::count(gpus), gpus == 1 ? "" : "s");
}

Table costs_table(const Comparison& comparison, const Question& question) {
  const auto& [self_host, api] = std::tie(comparison.self_host, comparison.api);
  Table table{.columns = {{"", Align::left}, {"Self-host", Align::right}, {"API", Align::right}}, .rows = {}};
  table.rows.push_back({"Cost per month", usd_text(self_host.cost), usd_text(api.cost)});
  table.rows.push_back({"Cost per Mtok", per_mtok_text(self_host.per_token), per_mtok_text(api.per_token)});
  if (api.per_request)
    table.rows.push_back(
        {"Cost per request",
         self_host.per_request ? report::money(*self_host.per_request / io::usd_per_request) + " usd" : "-",
         report::money(*api.per_request / io::usd_per_request) + " usd"});
  table.rows.push_back({"Replicas", replicas_text(self_host, question), "-"});
  table.rows.push_back(
      {"Utilization", report::percent(self_host.utilization) + " of " + volume_text(self_host.capacity), "-"});
  return table;
}

// The utilization at a volume that one replica carries.
std::string utilization_at(Tokens volume, const Comparison& comparison) {
  const bool one_replica = volume <= comparison.replica.capacity;
  return one_replica ? " (" + report::percent(volume / comparison.replica.full_load) + " utilization)" : "";
}

// Self-hosting wins between some volumes alone.
std::string bounded_sentence(const VolumeBreakEven& volume, const std::string& asked) {
  const std::string first = *volume.value == Tokens{} ? "the first token" : volume_text(*volume.value);
  if (!volume.until) return "Self-hosting wins again and again from " + first + " on, and never for good" + asked;
  const std::string until = volume_text(*volume.until);
  if (volume.crossing_count == 1)
    return "Self-hosting wins from " + first + " to " + until + ", and above that the API" + asked;
  return "Self-hosting wins " + report::count(volume.crossing_count) + " times between " + first + " and " + until +
         ", and above that the API" + asked;
}

std::string volume_sentence(const Comparison& comparison) {
  const VolumeBreakEven& volume = comparison.break_even.volume;
  const std::string asked = comparison.self_host.feasible ? "; this is " + volume_text(comparison.volume) + "." : ".";
  switch (volume.status) {
    case Status::always:
      return "Self-hosting costs less at every volume.";
    case Status::at:
      if (!volume.last) return bounded_sentence(volume, asked);
      return "Self-hosting breaks even at " + volume_beside(*volume.value, comparison.volume) +
             utilization_at(*volume.value, comparison) + asked;
    case Status::not_unique:
      if (!volume.last) return bounded_sentence(volume, asked);
      return fmt::format("Self-hosting breaks even {} times, first at {} and for good from {}{}",
                         report::count(volume.crossing_count), volume_beside(*volume.value, comparison.volume),
                         volume_beside(*volume.last, comparison.volume), asked);
    default:
      return "Self-hosting never breaks even: " + std::string(volume.reason) +
             (volume.needed ? " (it would take " + volume_text(*volume.needed) + ")" : "") + ".";
  }
}

// Where the cheaper side changes back and forth, all the places, as far as they fit a sentence.
std::string crossings_sentence(const VolumeBreakEven& volume) {
  constexpr std::size_t most = 9;
  if (volume.crossings.size() < 2) return "";
  int digits = 3;
  const auto look_alike = [&](const Crossing& a, const Crossing& b) {
    return volume_text(a.volume, digits) == volume_text(b.volume, digits);
  };
  const auto& all = volume.crossings;
  while (digits < most_digits && std::adjacent_find(all.begin(), all.end(), look_alike) != all.end()) ++digits;
  std::string text = "The cheaper side changes at";
  for (std::size_t i = 0; i < volume.crossings.size() && i < most; ++i) {
    const Crossing& crossing = volume.crossings[i];
    text += fmt::format("{} {} ({})", i == 0 ? "" : ",", report::volume(crossing.volume / token, digits),
                        crossing.touch                   ? "a tie in one point"
                        : crossing.to == Side::self_host ? "to self-host"
                                                         : "to the API");
  }
  return text + (volume.crossings.size() > most ? ", …" : "") + ".";
}

std::string utilization_sentence(const BreakEven<double>& utilization, const Replica& replica) {
  if (utilization.status != Status::never || !utilization.needed) return "";
  return "A replica would have to run at " + report::percent(*utilization.needed) +
         " utilization, and is planned for " + report::percent(replica.load_limit) + ": " +
         std::string(utilization.reason) + ".";
}

bool is_interruptible(const SelfHost& self_host) {
  return self_host.spot.availability < 1 || self_host.spot.interruptions > Frequency{};
}

// Prices are those that are paid: what a discount leaves.
std::string prices_sentence(const Comparison& comparison, const Scenario& scenario) {
  const auto& [gpu, api] = std::tie(comparison.break_even.gpu_price, comparison.break_even.api_price);
  if (!api.value) return "";
  const auto discounted = [](double discount) { return discount > 0 ? " after the discount" : ""; };
  const std::string api_text =
      report::per_mtok(*api.value / io::usd_per_mtok) + " usd/Mtok for the API" + discounted(scenario.api.discount);
  if (gpu.value)
    return "This volume ties at " + report::money(*gpu.value / io::usd_per_hour) + " usd/h for the " +
           (is_interruptible(scenario.self_host) ? "spot GPU" : "GPU") + discounted(scenario.self_host.gpu_discount) +
           ", or " + api_text + ".";
  return "This volume ties at " + api_text + "; no GPU price is low enough.";
}

std::string hours_text(const Question& question) {
  const double month = at(question.inputs, key("hours_per_month"))->number;
  const double billed = question.scenario.self_host.billed / hour;
  const double serving = question.scenario.self_host.serving / hour;
  constexpr int digits = 5;
  const auto hours = [](double number) { return report::significant(number, digits) + " h"; };
  std::string text = hours(month) + "/month";
  text += billed == month ? " billed around the clock" : ", " + hours(billed) + " of them billed";
  return serving == billed ? text : text + ", " + hours(serving) + " serving";
}

// Of a needed hour, with what interruptions and the fallback add.
std::string effective_gpu_price_text(const Scenario& scenario) {
  return report::money(effective_gpu_price(scenario.self_host) / io::usd_per_hour) + " usd/h";
}

std::string price_text(const InputValue& value, const std::string& figure) {
  return figure + " from " + io::printable(value.origin) + " (" + io::format_date(value.cited->as_of) + ")";
}

std::string value_text(Key key, const InputValue& value) {
  if (row(key).measure == Measure::tiers) return value.text;
  return value.id.empty() ? report::plain(value.number) : value.id;
}

// What the environment and a scenario file say, which the command line does not show.
void add_given_elsewhere(const Question& question, std::vector<std::string>& assumed) {
  bool has_scenario = false;
  for (std::size_t i = 0; i < input_count; ++i) {
    const auto& value = question.inputs[i];
    if (!value || value->source == Source::option) continue;
    has_scenario = has_scenario || value->source == Source::scenario;
    if (value->source == Source::env)
      assumed.push_back(io::printable(value_text(Key{i}, *value)) + " from " + value->origin);
  }
  if (has_scenario) assumed.emplace_back("the inputs of the scenario file");
}

// The defaults that make self-hosting, or the API, look as cheap as can be.
std::string not_counted_sentence(const Question& question) {
  const InputSet& inputs = question.inputs;
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
    if (at(inputs, row.key)->source == Source::default_value) names.push_back(row.name);
  const bool is_spot_offer = question.gpu_offer && question.gpu_offer->term == Term::spot;
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

// Everything that the asker did not say: what the catalog supplied, and the defaults that shape the answer.
std::string assumptions_sentence(const Question& question) {
  std::vector<std::string> assumed;
  const auto from_catalog = [&](Key key) -> const InputValue* {
    const auto& value = at(question.inputs, key);
    return value && value->source == Source::catalog ? &*value : nullptr;
  };
  if (const auto* price = from_catalog(key("gpu_usd_per_hour")))
    assumed.push_back(price_text(*price, report::money(price->number) + " usd/h"));
  if (at(question.inputs, key("spot_availability_ratio")))
    assumed.push_back("an effective " + effective_gpu_price_text(question.scenario) + " for the GPU");
  if (question.record) {
    const ThroughputRecord& record = *question.record;
    const TokenRate rate = full_load_rate(question.scenario.self_host.throughput, question.scenario.workload);
    assumed.push_back(fmt::format("{} tok/s per replica from {} ({} GPU{}, {} {}, at {}:{} tokens)",
                                  report::count(rate / io::tok_per_s), io::printable(record.id),
                                  record.gpus_per_replica, record.gpus_per_replica == 1 ? "" : "s",
                                  io::printable(record.engine), io::printable(record.precision),
                                  report::plain(record.shape.input.held()), report::plain(record.shape.output.held())));
  }
  const InputValue* api_input = from_catalog(key("api_input_usd_per_mtok"));
  const InputValue* api_output = from_catalog(key("api_output_usd_per_mtok"));
  if (const auto* flat = from_catalog(key("api_usd_per_mtok")))
    assumed.push_back(price_text(*flat, report::per_mtok(flat->number) + " usd/Mtok"));
  else if (api_input && api_output)
    assumed.push_back(price_text(*api_input, report::per_mtok(api_input->number) + " in and " +
                                                 report::per_mtok(api_output->number) + " out usd/Mtok"));
  const auto& share = at(question.inputs, key("input_share_ratio"));
  const bool share_matters = question.scenario.api.input != question.scenario.api.output;
  if (share && share->source != Source::option && share_matters)
    assumed.push_back(report::percent(share->number) + " of the tokens as input");
  add_given_elsewhere(question, assumed);
  assumed.push_back(hours_text(question));
  std::string text = "Assumes ";
  for (std::size_t i = 0; i < assumed.size(); ++i) text += (i == 0 ? "" : "; ") + assumed[i];
  return text + ".  breakeven explain shows the arithmetic.";
}

// How many times as much one side costs, in brackets.
std::string factor_text(const std::string& dearer, Money more, Money less) {
  constexpr double about_the_same = 1.005;
  if (less == Money{}) return "";
  if (more / less < about_the_same) return " (less than 1%)";
  return " (" + dearer + " costs " + report::times(more / less) + " times as much)";
}

std::string verdict_text(const Comparison& comparison, const Question& question) {
  const std::string saving = comparison.saving ? usd_text(comparison.saving) + "/month" : "";
  switch (comparison.verdict) {
    case Verdict::infeasible:
      return fmt::format("Self-hosting is infeasible: {} replicas are needed, and at most {} can be had.",
                         report::count(comparison.self_host.replica_count), *question.scenario.self_host.max_replicas);
    case Verdict::tie:
      return "It is a tie: both sides cost " + usd_text(comparison.api.cost) + "/month.";
    case Verdict::api:
      return "API is cheaper by " + saving +
             factor_text("self-hosting", *comparison.self_host.cost, comparison.api.cost) + ".";
    default:
      return "Self-hosting is cheaper by " + saving +
             factor_text("the API", comparison.api.cost, *comparison.self_host.cost) + ".";
  }
}

}  // namespace

std::vector<std::string> assumption_sentences(const Question& question) {
  return {assumptions_sentence(question), not_counted_sentence(question)};
}

std::vector<std::string> catalog_sentences(const Question& question) {
  const bool any = std::any_of(question.inputs.begin(), question.inputs.end(),
                               [](const auto& value) { return value && value->source == Source::catalog; });
  return any ? std::vector{assumptions_sentence(question)} : std::vector<std::string>();
}

report::Table inputs_table(const InputSet& inputs) {
  Table table{.columns = {{"Input"}, {"Value", Align::right}, {"Unit"}, {"From"}, {"Date"}}, .rows = {}};
  for (std::size_t i = 0; i < input_count; ++i) {
    if (!inputs[i]) continue;
    const InputValue& value = *inputs[i];
    table.rows.push_back({std::string(row(Key{i}).key), io::printable(value_text(Key{i}, value)),
                          std::string(unit_of(row(Key{i}).measure)),
                          io::printable(value.origin.empty() ? std::string(name(value.source)) : value.origin),
                          value.cited ? io::format_date(value.cited->as_of) : ""});
  }
  return table;
}

std::string verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::self_host:
      return "self-host";
    case Verdict::api:
      return "API";
    default:
      return std::string(name(verdict));
  }
}

std::string compare_brief(const Comparison& comparison) {
  const std::string self_host = comparison.self_host.cost ? report::plain(*comparison.self_host.cost / usd) : "-";
  return std::string(name(comparison.verdict)) + " " + self_host + " " + report::plain(comparison.api.cost / usd);
}

std::vector<report::Block> compare_blocks(const Comparison& comparison, const Question& question, bool verbose) {
  std::vector<report::Block> blocks{costs_table(comparison, question)};
  report::Paragraph sentences;
  for (std::string sentence :
       {volume_sentence(comparison), crossings_sentence(comparison.break_even.volume),
        utilization_sentence(comparison.break_even.utilization, comparison.replica),
        prices_sentence(comparison, question.scenario), assumptions_sentence(question), not_counted_sentence(question)})
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  if (verbose) blocks.emplace_back(inputs_table(question.inputs));
  blocks.emplace_back(std::move(sentences));
  blocks.emplace_back(report::Headline{verdict_text(comparison, question)});
  return blocks;
}

}  // namespace breakeven::cli
