// SPDX-License-Identifier: MIT
#include "views/rank.hpp"

#include <algorithm>

#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string per_mtok_cell(const std::optional<TokenPrice>& price) {
  return price ? text::per_mtok(*price / io::usd_per_mtok) : "-";
}

std::string term_text(const Way& way) {
  if (way.api_offer) return way.service_tier ? text::format("API ({})", io::name(*way.service_tier)) : "API";
  std::string term(io::name(way.gpu_offer->term));
  std::replace(term.begin(), term.end(), '_', ' ');
  return way.is_taken_for_always_on() ? term + ", always on" : term;
}

std::string way_replicas_text(const Way& way) {
  if (!way.self_host || way.status == WayStatus::no_volume) return "-";
  return text::format("{} x {}", text::count(way.self_host->replica_count), way.record->gpus_per_replica);
}

std::string cost_text(const Way& way) {
  if (way.cost) return text::money(*way.cost / usd);
  std::string status(name(way.status));
  std::replace(status.begin(), status.end(), '_', ' ');
  return status;
}

// Out of reach, the utilization that it would take says nothing.
std::string break_even_text(const Way& way) {
  if (!way.break_even.needed) return "-";
  return way.break_even.status == Status::never ? "never" : text::percent(*way.break_even.needed);
}

std::string id_text(const Way& way) {
  const bool estimated = way.record && way.record->kind == RecordKind::estimated;
  return (estimated ? "~" : "") + io::printable(way.id());
}

// A column of the table of ways.
struct WayColumn {
  report::Column column;
  std::string (*text)(const Way&, Date today);
};

const WayColumn offer_column{{"Offer"}, [](const Way& way, Date) { return id_text(way); }};
const WayColumn record_column{{"Throughput record"},
                              [](const Way& way, Date) { return way.record ? io::printable(way.record->id) : "-"; }};
const WayColumn term_column{{"Term"}, [](const Way& way, Date) { return term_text(way); }};
const WayColumn full_load_column{{"usd/Mtok at full load", Align::right},
                                 [](const Way& way, Date) { return per_mtok_cell(way.per_token_at_full_load); }};
const WayColumn monthly_column{{"usd/month", Align::right}, [](const Way& way, Date) { return cost_text(way); }};
const WayColumn per_mtok_column{{"usd/Mtok", Align::right},
                                [](const Way& way, Date) { return per_mtok_cell(way.per_token); }};
const WayColumn replicas_column{{"Replicas", Align::right},
                                [](const Way& way, Date) { return way_replicas_text(way); }};
const WayColumn used_column{{"Used", Align::right}, [](const Way& way, Date) {
                              const bool has_volume = way.self_host && way.status != WayStatus::no_volume;
                              return has_volume ? text::percent(way.self_host->utilization) : std::string("-");
                            }};
const WayColumn break_even_column{{"Break-even", Align::right},
                                  [](const Way& way, Date) { return break_even_text(way); }};
const WayColumn age_column{{"Age", Align::right}, [](const Way& way, Date today) {
                             return std::to_string((today - way.as_of()).count()) + " d";
                           }};

report::Table ways_table(const Ranking& ranking, Date today, bool by_record, bool with_records) {
  std::vector<WayColumn> columns{offer_column,    term_column, monthly_column,    per_mtok_column,
                                 replicas_column, used_column, break_even_column, age_column};
  if (with_records)
    columns = {offer_column,    record_column, term_column,       monthly_column, per_mtok_column,
               replicas_column, used_column,   break_even_column, age_column};
  if (by_record) columns = {record_column, offer_column, full_load_column, monthly_column, replicas_column, age_column};
  report::Table table{.columns = {{"#", Align::right}}, .rows = {}};
  for (const WayColumn& column : columns) table.columns.push_back(column.column);
  for (const Way& way : ranking.ways) {
    auto& row = table.rows.emplace_back(1, std::to_string(table.rows.size() + 1));
    for (const WayColumn& column : columns) row.push_back(column.text(way, today));
  }
  return table;
}

std::string rank_headline(const Ranking& ranking, bool by_record) {
  if (ranking.ways.empty()) return "The catalog has no way that passes the filters.";
  const Way& first = ranking.ways.front();
  if (by_record)
    return text::format("Cheapest at full load is {} on {}: {} usd/Mtok.", io::printable(first.record->id),
                        io::printable(first.id()), per_mtok_cell(first.per_token_at_full_load));
  if (!first.cost) return "No way has a cost.";
  const auto priced = std::count_if(ranking.ways.begin(), ranking.ways.end(), [](const Way& way) { return way.cost; });
  return text::format("Cheapest of the {} priced ways is {} {}: {} usd/month.", priced,
                      first.api_offer    ? "the API"
                      : first.serverless ? "serverless on"
                                         : term_text(first) + " self-hosting on",
                      io::printable(first.id()), text::money(*first.cost / usd));
}

std::string basis(const InputSet& inputs) {
  const auto shape = shape_of(inputs);
  const auto& share = at(inputs, key("input_share_ratio"));
  if (shape)
    return text::format("requests of {}:{} tokens", text::plain(shape->input.held()),
                        text::plain(shape->output.held()));
  return text::percent(share->number) + " of the tokens as input";
}

std::vector<report::Block> rank_blocks(const Ranking& ranking, const InputSet& inputs, Date today, bool with_records) {
  const bool by_record = !at(inputs, key("model"));
  std::vector<report::Block> blocks{ways_table(ranking, today, by_record, with_records)};
  report::Paragraph notes;
  notes.lines.push_back("Assumes " + basis(inputs) + ", " + text::plain(assemble(inputs).self_host.billed / hour) +
                        " billed h/month. Replicas are counted times GPUs each; ages are days on " +
                        io::format_date(today) + ".");
  const bool any_break_even = std::any_of(ranking.ways.begin(), ranking.ways.end(),
                                          [](const Way& way) { return way.break_even.needed.has_value(); });
  if (any_break_even)
    notes.lines.push_back(
        "Break-even is the utilization at which the offer costs as much per token as the cheapest API, " +
        io::printable(ranking.cheapest_api->id()) + ".");
  blocks.emplace_back(std::move(notes));
  blocks.emplace_back(report::Headline{rank_headline(ranking, by_record)});
  return blocks;
}

// Kind, id and unrounded cost of the cheapest way.
std::string rank_brief(const Ranking& ranking) {
  if (ranking.ways.empty()) return "none - -";
  const Way& first = ranking.ways.front();
  return text::format("{} {} {}", first.kind(), io::printable(first.id()),
                      first.cost ? text::plain(*first.cost / usd) : "-");
}

Json way_document(const Way& way, std::size_t place) {
  const auto id_or_null = [](const auto* entry) { return entry ? Json(entry->id) : Json(); };
  const SelfHostAnswer* self_host = way.self_host && way.status != WayStatus::no_volume ? &*way.self_host : nullptr;
  return {{"rank", place},
          {"kind", way.kind()},
          {"id", way.id()},
          {"provider", way.api_offer ? way.api_offer->provider : way.gpu_offer->provider},
          {"term", way.gpu_offer ? Json(io::name(way.gpu_offer->term)) : Json()},
          {"gpu_offer", id_or_null(way.gpu_offer)},
          {"throughput_record", id_or_null(way.record)},
          {"throughput_kind", way.record ? Json(io::name(way.record->kind)) : Json()},
          {"api_offer", id_or_null(way.api_offer)},
          {"status", name(way.status)},
          {"usd_per_month", amount_or_null(way.cost, usd)},
          {"usd_per_mtok", amount_or_null(way.per_token, io::usd_per_mtok)},
          {"usd_per_mtok_at_full_load", amount_or_null(way.per_token_at_full_load, io::usd_per_mtok)},
          {"replica_count", self_host ? count_of(self_host->replica_count) : Json()},
          {"gpu_count", self_host ? count_of(self_host->gpu_count) : Json()},
          {"utilization_ratio", self_host ? Json(self_host->utilization) : Json()},
          {"break_even_utilization_ratio", Json(way.break_even.needed)},
          {"price_as_of", io::format_date(way.as_of())}};
}

}  // namespace

report::Report rank_report(const Ranking& ranking, const InputSet& inputs, Date today, const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.rank"),
                        .blocks = rank_blocks(ranking, inputs, today, context.verbose),
                        .brief = rank_brief(ranking),
                        .rows = std::vector<Json>()};
  for (std::size_t i = 0; i < ranking.ways.size(); ++i) report.rows->push_back(way_document(ranking.ways[i], i + 1));
  report.document["rows"] = *report.rows;
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
