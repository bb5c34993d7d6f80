// SPDX-License-Identifier: MIT
#include "cli/rank_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/catalog.hpp"
#include "io/catalog_fields.hpp"
#include "io/date.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

using report::Align;

std::string per_mtok_text(const std::optional<TokenPrice>& price) {
  return price ? report::per_mtok(*price / io::usd_per_mtok) : "-";
}

std::string term_text(const Way& way) {
  if (way.api_offer) return "API";
  std::string term(io::name(way.gpu_offer->term));
  std::replace(term.begin(), term.end(), '_', ' ');
  return term;
}

std::string replicas_text(const Way& way) {
  if (!way.self_host || way.status == WayStatus::no_volume) return "-";
  return fmt::format("{} x {}", report::count(way.self_host->replica_count), way.record->gpus_per_replica);
}

std::string cost_text(const Way& way) {
  if (way.cost) return report::money(*way.cost / usd);
  std::string status(name(way.status));
  std::replace(status.begin(), status.end(), '_', ' ');
  return status;
}

// A break-even above 100 % is out of reach, however full the replicas are.
std::string break_even_text(const Way& way) {
  if (!way.break_even_utilization) return "-";
  const double limit = way.scenario.self_host.max_utilization / way.scenario.self_host.peak_to_average;
  return *way.break_even_utilization > limit ? "never" : report::percent(*way.break_even_utilization);
}

std::string id_text(const Way& way) {
  const bool estimated = way.record && way.record->kind == RecordKind::estimated;
  return (estimated ? "~" : "") + io::printable(way.id());
}

std::vector<std::string> cells(const Way& way, std::size_t place, Date today, bool by_record) {
  const bool has_volume = way.self_host && way.status != WayStatus::no_volume;
  const std::string age = std::to_string((today - way.as_of()).count()) + " d";
  if (by_record)
    return {std::to_string(place),
            io::printable(way.record->id),
            id_text(way),
            per_mtok_text(way.per_token_at_full_load),
            cost_text(way),
            replicas_text(way),
            age};
  return {std::to_string(place),
          id_text(way),
          term_text(way),
          cost_text(way),
          per_mtok_text(way.per_token),
          replicas_text(way),
          has_volume ? report::percent(way.self_host->utilization) : "-",
          break_even_text(way),
          age};
}

report::Table ways_table(const Ranking& ranking, Date today, bool by_record) {
  report::Table table;
  if (by_record)
    table.columns = {{"#", Align::right},
                     {"Throughput record"},
                     {"Offer"},
                     {"usd/Mtok at full load", Align::right},
                     {"usd/month", Align::right},
                     {"Replicas", Align::right},
                     {"Age", Align::right}};
  else
    table.columns = {{"#", Align::right},
                     {"Offer"},
                     {"Term"},
                     {"usd/month", Align::right},
                     {"usd/Mtok", Align::right},
                     {"Replicas", Align::right},
                     {"Used", Align::right},
                     {"Break-even", Align::right},
                     {"Age", Align::right}};
  for (std::size_t i = 0; i < ranking.ways.size(); ++i)
    table.rows.push_back(cells(ranking.ways[i], i + 1, today, by_record));
  return table;
}

std::string headline(const Ranking& ranking, bool by_record) {
  if (ranking.ways.empty()) return "The catalog has no way that passes the filters.";
  const Way& first = ranking.ways.front();
  if (by_record)
    return fmt::format("Cheapest at full load is {} on {}: {} usd/Mtok.", io::printable(first.record->id),
                       io::printable(first.id()), per_mtok_text(first.per_token_at_full_load));
  if (!first.cost) return "No way has a cost.";
  return fmt::format("Cheapest is {}: {}, {} usd/month.", first.api_offer ? "the API" : "self-hosting",
                     io::printable(first.id()), report::money(*first.cost / usd));
}

std::string basis(const InputSet& inputs) {
  const auto shape = shape_of(inputs);
  const auto& share = at(inputs, key("input_share_ratio"));
  if (shape)
    return fmt::format("requests of {}:{} tokens", report::plain(shape->input.held()),
                       report::plain(shape->output.held()));
  return report::percent(share->number) + " of the tokens as input";
}

}  // namespace

std::vector<report::Block> rank_blocks(const Ranking& ranking, const InputSet& inputs, Date today, bool verbose) {
  const bool by_record = !at(inputs, key("model"));
  std::vector<report::Block> blocks{ways_table(ranking, today, by_record)};
  report::Paragraph notes;
  notes.lines.push_back(
      "Assumes " + basis(inputs) + ", " + report::plain(at(inputs, key("billed_hours_per_month"))->number) +
      " billed h/month. Replicas are counted times GPUs each; ages are days on " + io::format_date(today) + ".");
  if (ranking.cheapest_api)
    notes.lines.push_back(
        "Break-even is the utilization at which the offer costs as much per token as the cheapest API, " +
        io::printable(ranking.cheapest_api->id()) + ".");
  if (verbose && !by_record)
    for (const Way& way : ranking.ways)
      if (way.record)
        notes.lines.push_back(io::printable(way.id()) + " rests on " + io::printable(way.record->id) + ".");
  blocks.emplace_back(std::move(notes));
  blocks.emplace_back(report::Headline{headline(ranking, by_record)});
  return blocks;
}

std::string rank_brief(const Ranking& ranking) {
  if (ranking.ways.empty()) return "none - -";
  const Way& first = ranking.ways.front();
  return fmt::format("{} {} {}", first.api_offer ? "api" : "self_host", io::printable(first.id()),
                     first.cost ? report::plain(*first.cost / usd) : "-");
}

}  // namespace breakeven::cli
