// SPDX-License-Identifier: MIT
#include "views/compare/text.hpp"

#include <algorithm>
#include <array>

#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"
#include "views/compare/serverless_text.hpp"

namespace breakeven::app {
namespace {

using report::Align;
using report::Table;

std::string usd_text_or_dash(const std::optional<Money>& amount) {
  return amount ? text::money(*amount / usd) + " usd" : "-";
}

std::string per_mtok_text(const std::optional<TokenPrice>& price) {
  return price ? text::per_mtok(*price / io::usd_per_mtok) + " usd" : "-";
}

std::string volume_text(Tokens tokens, int digits = 3) {
  return text::with_unit(text::volume(tokens / token, digits), "tok/month");
}

constexpr int most_digits = 12;

// With enough digits to differ from the asked volume.
std::string volume_beside(Tokens tokens, Tokens asked) {
  int digits = 3;
  while (digits < most_digits && tokens != asked && volume_text(tokens, digits) == volume_text(asked, digits)) ++digits;
  return volume_text(tokens, digits);
}

std::string replicas_text(const SelfHostAnswer& self_host, const Question& question) {
  const auto gpus = static_cast<double>(question.scenario.self_host.gpus_per_replica);
  std::string text = text::count(self_host.replica_count);
  if (self_host.spare_count > 0) text += " + " + text::count(self_host.spare_count) + " spare";
  text += text::format(" ({} GPU{} each)", text::count(gpus), gpus == 1 ? "" : "s");
  const auto machine = static_cast<double>(question.scenario.self_host.gpus_per_machine);
  if (machine == 1) return text;
  const std::string machines = text::counted(self_host.gpu_count / machine, "machine");
  return text + text::format(" on {} of {} GPUs", machines, text::count(machine));
}

std::string workers_text(const ServerlessUse& use) {
  constexpr int digits = 3;
  const std::string flexible = text::significant(use.flexible_workers, digits);
  if (use.warm_workers == 0) return flexible + " in the mean";
  return text::count(use.warm_workers) + " warm + " + flexible;
}

void add_serverless_column(const ServerlessAnswer& answer, Table& table) {
  table.columns.push_back({"Serverless", Align::right});
  for (auto& row : table.rows) row.emplace_back("-");
  table.rows[0].back() = usd_text_or_dash(answer.cost);
  table.rows[1].back() = per_mtok_text(answer.per_token);
  if (answer.per_request) table.rows[2].back() = text::money(*answer.per_request / io::usd_per_request) + " usd";
  table.rows.push_back({"Workers billed", "-", "-", workers_text(answer.use)});
}

Table costs_table(const Comparison& comparison, const Question& question) {
  const auto& [self_host, api] = std::tie(comparison.self_host, comparison.api);
  const std::string service = service_text(question.inputs);
  const std::string api_title = service.empty() ? "API" : "API (" + service + ")";
  Table table{.columns = {{"", Align::left}, {"Self-host", Align::right}, {api_title, Align::right}}, .rows = {}};
  table.rows.push_back({"Cost per month", usd_text_or_dash(self_host.cost), usd_text_or_dash(api.cost)});
  table.rows.push_back({"Cost per Mtok", per_mtok_text(self_host.per_token), per_mtok_text(api.per_token)});
  if (api.per_request)
    table.rows.push_back(
        {"Cost per request",
         self_host.per_request ? text::money(*self_host.per_request / io::usd_per_request) + " usd" : "-",
         text::money(*api.per_request / io::usd_per_request) + " usd"});
  table.rows.push_back({"Replicas", replicas_text(self_host, question), "-"});
  table.rows.push_back(
      {"Utilization", text::percent(self_host.utilization) + " of " + volume_text(self_host.capacity), "-"});
  if (comparison.serverless) add_serverless_column(*comparison.serverless, table);
  return table;
}

// The utilization at a volume that one replica can carry.
std::string utilization_at(Tokens volume, const Comparison& comparison) {
  const bool one_replica = volume <= comparison.replica.capacity;
  return one_replica ? " (" + text::percent(volume / comparison.replica.full_load) + " utilization)" : "";
}

// Self-hosting wins only between some volumes.
std::string bounded_sentence(const VolumeBreakEven& volume, const std::string& asked) {
  const std::string first = *volume.value == Tokens{} ? "the first token" : volume_text(*volume.value);
  if (!volume.until) return "Self-hosting wins again and again from " + first + " on, and never for good" + asked;
  const std::string until = volume_text(*volume.until);
  if (volume.crossing_count == 1)
    return "Self-hosting wins from " + first + " to " + until + ", and above that the API" + asked;
  return "Self-hosting wins " + text::count(volume.crossing_count) + " times between " + first + " and " + until +
         ", and above that the API" + asked;
}

// Where a win that lasts ends for want of replicas.
std::string limit_text(const VolumeBreakEven& volume) {
  return volume.until ? ", up to the " + volume_text(*volume.until) + " that all replicas carry" : "";
}

std::string volume_sentence(const Comparison& comparison) {
  const VolumeBreakEven& volume = comparison.break_even.volume;
  const std::string asked = comparison.self_host.feasible ? "; this is " + volume_text(comparison.volume) + "." : ".";
  switch (volume.status) {
    case Status::always:
      return "Self-hosting costs less at every volume" + limit_text(volume) + ".";
    case Status::at:
      if (!volume.last) return bounded_sentence(volume, asked);
      return "Self-hosting breaks even at " + volume_beside(*volume.value, comparison.volume) +
             utilization_at(*volume.value, comparison) + limit_text(volume) + asked;
    case Status::not_unique:
      if (!volume.last) return bounded_sentence(volume, asked);
      return text::format("Self-hosting breaks even {} times, first at {} and for good from {}{}{}",
                          text::count(volume.crossing_count), volume_beside(*volume.value, comparison.volume),
                          volume_beside(*volume.last, comparison.volume), limit_text(volume), asked);
    default:
      return "Self-hosting never breaks even: " + std::string(volume.reason) +
             (volume.needed ? " (it would take " + volume_text(*volume.needed) + ")" : "") + ".";
  }
}

// All volumes at which the cheaper side changes back and forth, if they fit a sentence.
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
    text += text::format("{} {} ({})", i == 0 ? "" : ",", text::volume(crossing.volume / token, digits),
                         crossing.touch                   ? "a tie in one point"
                         : crossing.to == Side::self_host ? "to self-host"
                                                          : "to the API");
  }
  return text + (volume.crossings.size() > most ? ", …" : "") + ".";
}

std::string utilization_sentence(const Result<double>& utilization, const Replica& replica) {
  if (utilization.status != Status::never || !utilization.needed) return "";
  return "A replica would have to run at " + text::percent(*utilization.needed) + " utilization, and is planned for " +
         text::percent(replica.load_limit) + ": " + std::string(utilization.reason) + ".";
}

bool is_interruptible(const SelfHost& self_host) {
  return self_host.spot.availability < 1 || self_host.spot.interruptions > Frequency{};
}

// Prices as paid, after any discount.
std::string prices_sentence(const Comparison& comparison, const Scenario& scenario) {
  const auto& [gpu, api] = std::tie(comparison.break_even.gpu_price, comparison.break_even.api_price);
  if (!api.value) return "";
  const auto discounted = [](double discount) { return discount > 0 ? " after the discount" : ""; };
  const std::string api_text =
      text::per_mtok(*api.value / io::usd_per_mtok) + " usd/Mtok for the API" + discounted(scenario.api.discount);
  if (gpu.value)
    return "This volume ties at " + text::money(*gpu.value / io::usd_per_hour) + " usd/h for the " +
           (is_interruptible(scenario.self_host) ? "spot GPU" : "GPU") + discounted(scenario.self_host.gpu_discount) +
           ", or " + api_text + ".";
  return "This volume ties at " + api_text + "; no GPU price is low enough.";
}

// How many times as much one side costs, in brackets.
std::string factor_text(const std::string& dearer, Money more, Money less) {
  constexpr double about_the_same = 1.005;
  if (less == Money{}) return "";
  if (more / less < about_the_same) return " (less than 1%)";
  return " (" + dearer + " costs " + text::times(more / less) + " times as much)";
}

// The monthly cost of a path; absent if it cannot serve the volume.
std::optional<Money> cost_of(Verdict path, const Comparison& comparison) {
  if (path == Verdict::self_host) return comparison.self_host.cost;
  if (path == Verdict::serverless) return comparison.serverless->cost;
  return comparison.api.cost;
}

std::string begin_sentence(std::string words) {
  if (words.starts_with("the ")) words.erase(0, 4);
  words.front() = words.front() == 's' ? 'S' : words.front();
  return words;
}

// For three paths: by how much the cheapest undercuts the next.
std::string three_way_verdict_text(const Comparison& comparison) {
  std::vector<std::pair<Money, Verdict>> paths;
  for (const Verdict path : {Verdict::self_host, Verdict::api, Verdict::serverless})
    if (const auto cost = cost_of(path, comparison)) paths.emplace_back(*cost, path);
  std::stable_sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto& [less, cheapest] = paths[0];
  const auto& [more, next] = paths[1];
  if (comparison.verdict == Verdict::tie)
    return text::format("It is a tie: {} and {} cost {}/month.", side_words(cheapest), side_words(next),
                        usd_text_or_dash(less));
  return text::format("{} is cheapest, by {}/month{}.", begin_sentence(side_words(cheapest)),
                      usd_text_or_dash(more - less), factor_text(side_words(next), more, less));
}

std::string verdict_text(const Comparison& comparison, const Question& question) {
  if (comparison.serverless) return three_way_verdict_text(comparison);
  const auto by = [&](const Money& saving) { return usd_text_or_dash(saving) + "/month"; };
  switch (comparison.verdict) {
    case Verdict::infeasible:
      return text::format("Self-hosting is infeasible: {} replicas are needed, and at most {} can be had.",
                          text::count(comparison.self_host.replica_count), *question.scenario.self_host.max_replicas);
    case Verdict::tie:
      return "It is a tie: both sides cost " + usd_text_or_dash(comparison.api.cost) + "/month.";
    case Verdict::api:
      return "API is cheaper by " + by(-*comparison.saving) +
             factor_text("self-hosting", *comparison.self_host.cost, comparison.api.cost) + ".";
    default:
      return "Self-hosting is cheaper by " + by(*comparison.saving) +
             factor_text("the API", comparison.api.cost, *comparison.self_host.cost) + ".";
  }
}

}  // namespace

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
  const std::string self_host = comparison.self_host.cost ? text::plain(*comparison.self_host.cost / usd) : "-";
  std::string brief =
      std::string(name(comparison.verdict)) + " " + self_host + " " + text::plain(comparison.api.cost / usd);
  if (comparison.serverless) brief += " " + text::plain(comparison.serverless->cost / usd);
  return brief;
}

std::vector<report::Block> compare_blocks(const Comparison& comparison, const Question& question, bool verbose) {
  std::vector<report::Block> blocks{costs_table(comparison, question)};
  report::Paragraph sentences;
  for (std::string sentence : {volume_sentence(comparison), crossings_sentence(comparison.break_even.volume),
                               utilization_sentence(comparison.break_even.utilization, comparison.replica),
                               prices_sentence(comparison, question.scenario)})
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  if (comparison.serverless)
    for (std::string& sentence : serverless_sentences(comparison, question))
      if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  for (std::string& sentence : assumption_sentences(question))
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  if (verbose) blocks.emplace_back(inputs_table(question.inputs));
  blocks.emplace_back(std::move(sentences));
  blocks.emplace_back(report::Headline{verdict_text(comparison, question)});
  return blocks;
}

}  // namespace breakeven::app
