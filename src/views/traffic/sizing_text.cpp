// SPDX-License-Identifier: MIT

#include <algorithm>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"
#include "views/traffic/report.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string replica_count_text(double count) { return text::counted(count, "replica"); }
std::string share_text(const std::optional<double>& ratio) { return ratio ? text::percent(*ratio) : "-"; }

// The rows to compare: the first, the best with its neighbours, the chosen one, the peak, and evenly spaced ones
// between.
bool is_row_shown(const TrafficSizing& sizing, std::size_t index, bool verbose) {
  constexpr std::size_t few = 12;
  const auto& rows = sizing.hybrid.rows;
  if (verbose || rows.size() <= few) return true;
  const double near = std::abs(rows[index].replica_count - sizing.hybrid.best.replica_count);
  const std::size_t step = (rows.size() + few - 1) / few;
  return near <= 2 || index % step == 0 || index + 1 == rows.size() ||
         rows[index].replica_count == sizing.chosen.replica_count;
}

std::vector<std::string> sizing_cells(const HybridRow& row, const TrafficSizing& sizing) {
  const bool is_best = row.replica_count == sizing.hybrid.best.replica_count;
  const bool is_chosen = row.replica_count == sizing.chosen.replica_count;
  return {text::count(row.replica_count),
          share_text(row.utilization),
          share_text(row.marginal_utilization),
          text::percent(row.overflow_token_ratio),
          share_text(row.overflow_request_ratio),
          text::money(row.self_host / usd),
          text::money(row.api / usd),
          text::money(row.cost() / usd),
          is_best     ? "cheapest"
          : is_chosen ? "asked for"
                      : ""};
}

report::Table replicas_table(const TrafficSizing& sizing, bool verbose) {
  report::Table table{.columns = {{"Replicas", Align::right},
                                  {"Utilization", Align::right},
                                  {"The last one's", Align::right},
                                  {"To the API", Align::right},
                                  {"Requests", Align::right},
                                  {"Self-host usd", Align::right},
                                  {"API usd", Align::right},
                                  {"usd/month", Align::right},
                                  {""}},
                      .rows = {}};
  const auto& rows = sizing.hybrid.rows;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (is_row_shown(sizing, i, verbose)) table.rows.push_back(sizing_cells(rows[i], sizing));
  if (sizing.chosen.replica_count > rows.back().replica_count)
    table.rows.push_back(sizing_cells(sizing.chosen, sizing));
  return table;
}

std::string_view choice_text(const Layer& layer) {
  static constexpr std::array<std::string_view, 3> choices{"reserved", "by the hour", "API"};
  return choices.at(static_cast<std::size_t>(layer.choice));
}

report::Table layers_table(const TrafficSizing& sizing) {
  report::Table table{.columns = {{"Replica", Align::right},
                                  {"Reserved usd", Align::right},
                                  {"By the hour, else API", Align::right},
                                  {"hours", Align::right},
                                  {"API usd", Align::right},
                                  {"Cheapest"}},
                      .rows = {}};
  const auto money = [](const std::optional<Money>& amount) { return amount ? text::money(*amount / usd) : "-"; };
  constexpr std::size_t most = 12;
  for (const Layer& layer : sizing.layers.layers) {
    if (table.rows.size() == most) break;
    const std::string first = text::count(layer.span.first);
    table.rows.push_back({layer.span.count() > 1 ? first + "-" + text::count(layer.span.last) : first,
                          money(layer.reserved), money(layer.by_the_hour), text::significant(layer.on / hour, 4),
                          text::money(layer.api / usd), std::string(choice_text(layer))});
  }
  return table;
}

std::string request_sizes_sentence(const TrafficSizing& sizing) {
  const auto& ratio = sizing.chosen.overflow_request_ratio;
  if (!ratio || *ratio == 0 || sizing.chosen.replica_count == 0) return "";
  return text::format("Without an API to go to, {} of the requests would have waited for {}.", text::percent(*ratio),
                      replica_count_text(sizing.chosen.replica_count));
}

std::string extremes_sentence(const TrafficSizing& sizing, const Traffic& traffic) {
  const HybridSizing& hybrid = sizing.hybrid;
  std::string text = "All on the API costs " + usd_text(hybrid.all_api.cost()) + "/month";
  if (hybrid.all_self_host)
    return text + text::format(", all self-hosted {} with {} for the busiest {}.",
                               usd_text(hybrid.all_self_host->cost()), replica_count_text(hybrid.peak_replica_count),
                               width_text(traffic.bin_s));
  return text + text::format("; self-hosting all of it would take {}, more than can be had.",
                             replica_count_text(hybrid.peak_replica_count));
}

std::string percentile_sentence(const TrafficSizing& sizing) {
  const HybridRow& row = sizing.percentile.row;
  if (row.overflow_token_ratio == 0)
    return text::format("Sized for the load of {} of the time, {} {} {}/month.",
                        text::percent(sizing.asked.percentile_share), replica_count_text(row.replica_count),
                        row.replica_count == 1 ? "costs" : "cost", usd_text(row.cost()));
  return text::format("Sized for the load of {} of the time, {} and the API for {} of the tokens cost {}/month.",
                      text::percent(sizing.asked.percentile_share), replica_count_text(row.replica_count),
                      text::percent(row.overflow_token_ratio), usd_text(row.cost()));
}

std::string month_sentence(const TrafficSizing& sizing, const Traffic& traffic) {
  const auto& tokens = sizing.resampled.tokens;
  const auto& cost = sizing.resampled.cost;
  const std::string seen = span_text(observed_time(traffic.reading.trace).length());
  if (!tokens || !cost)
    return text::format("{} of trace stand for a month of {} h; how far a month may differ cannot be said: {}.", seen,
                        text::plain(sizing.month / hour), sizing.resampled.reason);
  return text::format(
      "{} of trace stand for a month of {} h. Months of its {} whole days, resampled{}, have {} to {} and cost "
      "{} to {}{} (5-95%).",
      seen, text::plain(sizing.month / hour), sizing.whole_day_count,
      sizing.resampled.weekends_apart ? " with two of a weekend in seven" : "", text::volume(tokens->p05 / token),
      text::with_unit(text::volume(tokens->p95 / token), "tok"), text::money(cost->p05 / usd), usd_text(cost->p95),
      sizing.chosen.replica_count == sizing.hybrid.best.replica_count
          ? ""
          : " with " + replica_count_text(sizing.chosen.replica_count));
}

std::string layers_sentence(const TrafficSizing& sizing) {
  return text::format("Layer by layer, the cheapest mix costs {}/month.", usd_text(sizing.layers.cost));
}

report::Table growth_table(const std::vector<GrowthMonth>& months) {
  report::Table table{.columns = {{"Month", Align::right},
                                  {"Load", Align::right},
                                  {"Replicas", Align::right},
                                  {"To the API", Align::right},
                                  {"usd/month", Align::right},
                                  {"All API", Align::right},
                                  {"All self-hosted", Align::right}},
                      .rows = {}};
  for (const GrowthMonth& grown : months) {
    const auto& self_host = grown.sizing.all_self_host;
    table.rows.push_back(
        {std::to_string(grown.month), text::times(grown.scale) + "x", text::count(grown.sizing.best.replica_count),
         text::percent(grown.sizing.best.overflow_token_ratio), text::money(grown.sizing.best.cost() / usd),
         text::money(grown.sizing.all_api.cost() / usd), self_host ? text::money(self_host->cost() / usd) : "-"});
  }
  return table;
}

// "6 replicas", with the number of GPUs if each replica takes several.
std::string fleet_text(const TrafficSizing& sizing, double count) {
  const auto gpus = static_cast<double>(sizing.question.scenario.self_host.gpus_per_replica);
  return replica_count_text(count) + (gpus == 1 ? "" : " (" + text::counted(count * gpus, "GPU") + ")");
}

std::string replicas_headline(const TrafficSizing& sizing) {
  const HybridSizing& hybrid = sizing.hybrid;
  const Money best = hybrid.best.cost();
  const double count = hybrid.best.replica_count;
  if (count == 0) return text::format("The API alone costs least, {}/month.", usd_text(best));
  const std::string replicas = fleet_text(sizing, count);
  const bool is_all = hybrid.best.overflow_token_ratio == 0;
  Money least = hybrid.all_api.cost();
  if (hybrid.all_self_host) least = std::min(least, hybrid.all_self_host->cost());
  const std::string saving =
      best < least ? text::format(", {} less than the better of all or nothing", text::percent(1 - best / least)) : "";
  const std::string cost = count == 1 && is_all ? "costs" : "cost";
  const std::string what =
      is_all ? "for all of it"
             : text::format("and the API for the {} that overflow", text::percent(hybrid.best.overflow_token_ratio));
  return text::format("{} {} {} least, {}/month{}.", replicas, what, cost, usd_text(best), saving);
}

}  // namespace

std::vector<report::Block> sizing_tables(const TrafficSizing& sizing, bool verbose) {
  std::vector<report::Block> blocks;
  if (sizing.asked.scale != 1)
    blocks.emplace_back(report::Paragraph{
        {"From here on the load is " + text::times(sizing.asked.scale) + " times that of the trace."}});
  blocks.emplace_back(replicas_table(sizing, verbose));
  if (sizing.has_layer_prices()) blocks.emplace_back(layers_table(sizing));
  if (!sizing.growth.empty()) blocks.emplace_back(growth_table(sizing.growth));
  if (verbose) blocks.emplace_back(inputs_table(sizing.question.inputs));
  return blocks;
}

report::Paragraph sizing_sentences(const TrafficSizing& sizing, const Traffic& traffic) {
  std::vector<std::string> sentences{request_sizes_sentence(sizing), extremes_sentence(sizing, traffic),
                                     percentile_sentence(sizing), month_sentence(sizing, traffic)};
  if (sizing.has_layer_prices()) sentences.push_back(layers_sentence(sizing));
  for (std::string& assumption : assumption_sentences(sizing.question, false))
    sentences.push_back(std::move(assumption));
  std::erase(sentences, "");
  return {std::move(sentences)};
}

std::string sizing_headline(const TrafficSizing& sizing, const std::optional<OtherWay>& other) {
  if (!other) return replicas_headline(sizing);
  const double count = sizing.hybrid.best.replica_count;
  const std::string without =
      count == 0 ? "the API alone" : "replicas that never stop, " + text::count(count) + " of them and the API,";
  return text::format("Of all ways {} costs least, {}/month; {} cost{} {} more.", other->name, usd_text(other->cost),
                      without, count == 0 ? "s" : "", usd_text(other->saving));
}

std::string sizing_brief(const TrafficSizing& sizing) {
  const HybridRow& best = sizing.hybrid.best;
  return text::plain(best.replica_count) + " " + text::plain(best.cost() / usd) + " " +
         text::plain(sizing.hybrid.all_api.cost() / usd);
}

}  // namespace breakeven::app
