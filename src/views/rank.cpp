// SPDX-License-Identifier: MIT
#include "views/rank.hpp"

#include <algorithm>

#include "inputs/value_text.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string per_mtok_cell(const std::optional<TokenPrice>& price) {
  return price ? text::per_mtok(*price / io::usd_per_mtok) : "-";
}

std::string term_text(const Candidate& candidate) {
  if (candidate.api_offer)
    return candidate.service_tier ? text::format("API ({})", io::name(*candidate.service_tier)) : "API";
  std::string term(io::name(candidate.gpu_offer->term));
  std::replace(term.begin(), term.end(), '_', ' ');
  return candidate.is_taken_for_always_on() ? term + ", always on" : term;
}

std::string candidate_replicas_text(const Candidate& candidate) {
  if (!candidate.self_host || candidate.status == CandidateStatus::no_volume) return "-";
  const auto gpus = static_cast<double>(candidate.record->gpus_per_replica);
  const SelfHostAnswer& answer = *candidate.self_host;
  const bool has_unused = answer.gpu_count > (answer.replica_count + answer.spare_count) * gpus;
  return text::format("{} x {}", text::count(answer.replica_count), text::count(gpus)) +
         (has_unused ? text::format(" of {}", text::count(answer.gpu_count)) : "");
}

// "vllm fp8, 64 in flight", or "tensorrt-llm fp4, offline".
std::string set_up_text(const ThroughputRecord& record) {
  const std::string load = load_text(record);
  return io::printable(record.engine + " " + record.precision) + (load.empty() ? "" : ", " + load);
}

std::string cost_text(const Candidate& candidate) {
  if (candidate.cost) return text::money(*candidate.cost / usd);
  std::string status(name(candidate.status));
  std::replace(status.begin(), status.end(), '_', ' ');
  return status;
}

// If the break-even is out of reach, the utilization it needs says nothing.
std::string break_even_text(const Candidate& candidate) {
  if (!candidate.break_even.needed) return "-";
  return candidate.break_even.status == Status::never ? "never" : text::percent(*candidate.break_even.needed);
}

std::string id_text(const Candidate& candidate) {
  const bool estimated = candidate.record && candidate.record->kind == RecordKind::estimated;
  return (estimated ? "~" : "") + io::printable(candidate.id());
}

// A column in the table of ways.
struct WayColumn {
  report::Column column;
  std::string (*text)(const Candidate&, Date today);
};

const WayColumn offer_column{{"Offer"}, [](const Candidate& candidate, Date) { return id_text(candidate); }};
const WayColumn record_column{{"Throughput record"}, [](const Candidate& candidate, Date) {
                                return candidate.record ? io::printable(candidate.record->id) : "-";
                              }};
const WayColumn set_up_column{{"Set-up"}, [](const Candidate& candidate, Date) {
                                return candidate.record ? set_up_text(*candidate.record) : std::string("-");
                              }};
const WayColumn term_column{{"Term"}, [](const Candidate& candidate, Date) { return term_text(candidate); }};
const WayColumn full_load_column{{"usd/Mtok at full load", Align::right}, [](const Candidate& candidate, Date) {
                                   return per_mtok_cell(candidate.per_token_at_full_load);
                                 }};
const WayColumn monthly_column{{"usd/month", Align::right},
                               [](const Candidate& candidate, Date) { return cost_text(candidate); }};
const WayColumn per_mtok_column{{"usd/Mtok", Align::right},
                                [](const Candidate& candidate, Date) { return per_mtok_cell(candidate.per_token); }};
const WayColumn replicas_column{{"Replicas", Align::right},
                                [](const Candidate& candidate, Date) { return candidate_replicas_text(candidate); }};
const WayColumn used_column{{"Used", Align::right}, [](const Candidate& candidate, Date) {
                              const bool has_volume =
                                  candidate.self_host && candidate.status != CandidateStatus::no_volume;
                              return has_volume ? text::percent(candidate.self_host->utilization) : std::string("-");
                            }};
const WayColumn break_even_column{{"Break-even", Align::right},
                                  [](const Candidate& candidate, Date) { return break_even_text(candidate); }};
const WayColumn age_column{{"Age", Align::right}, [](const Candidate& candidate, Date today) {
                             return std::to_string((today - candidate.as_of()).count()) + " d";
                           }};

report::Table candidates_table(const Ranking& ranking, Date today, bool by_record, bool with_records) {
  std::vector<WayColumn> columns{offer_column,    term_column, monthly_column,    per_mtok_column,
                                 replicas_column, used_column, break_even_column, set_up_column};
  if (with_records)
    columns = {offer_column,    record_column, term_column,       monthly_column, per_mtok_column,
               replicas_column, used_column,   break_even_column, set_up_column,  age_column};
  if (by_record) columns = {record_column, offer_column, full_load_column, monthly_column, replicas_column, age_column};
  report::Table table{.columns = {{"#", Align::right}}, .rows = {}};
  for (const WayColumn& column : columns) table.columns.push_back(column.column);
  for (const Candidate& candidate : ranking.candidates) {
    auto& row = table.rows.emplace_back(1, std::to_string(table.rows.size() + 1));
    for (const WayColumn& column : columns) row.push_back(column.text(candidate, today));
  }
  return table;
}

std::string rank_headline(const Ranking& ranking, bool by_record) {
  if (ranking.candidates.empty()) return "The catalog has no way that passes the filters.";
  const Candidate& first = ranking.candidates.front();
  if (by_record)
    return text::format("Cheapest at full load is {} on {}: {} usd/Mtok.", io::printable(first.record->id),
                        io::printable(first.id()), per_mtok_cell(first.per_token_at_full_load));
  if (!first.cost) return "No way has a cost.";
  const auto priced = std::count_if(ranking.candidates.begin(), ranking.candidates.end(),
                                    [](const Candidate& candidate) { return candidate.cost; });
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

// What a ranking leaves out by default, in one line; empty if nothing.
std::string left_out_sentence(const Ranking& ranking) {
  std::string text;
  const auto add = [&](std::size_t count, std::string_view what, std::string_view option) {
    if (count == 0) return;
    text += (text.empty() ? "Left out: " : ", ") + text::counted(static_cast<double>(count), what) + " (" +
            std::string(option) + ")";
  };
  add(ranking.spot_count, "spot offer", "--term spot");
  add(ranking.scaling_count, "serverless offer", "--term serverless, or --cold-start and --service-time");
  add(ranking.old_count, "older price", "--max-age any");
  return text.empty() ? text : text + ".";
}

std::vector<report::Block> rank_blocks(const Ranking& ranking, const InputSet& inputs, Date today, bool with_records) {
  const bool by_record = !at(inputs, key("model"));
  std::vector<report::Block> blocks{candidates_table(ranking, today, by_record, with_records)};
  report::Paragraph notes;
  notes.lines.push_back("Assumes " + basis(inputs) + ", " + text::plain(assemble(inputs).self_host.billed / hour) +
                        " billed h/month. Replicas are counted times GPUs each" +
                        (with_records ? "; ages are days on " + io::format_date(today) : "") + ".");
  if (!by_record && !ranking.has_records)
    notes.lines.push_back("The catalog has no throughput record of " + at(inputs, key("model"))->id +
                          ", so only APIs are ranked. breakeven fit estimates what GPUs can do, and breakeven compare "
                          "--throughput takes what you measured.");
  const bool any_break_even =
      std::any_of(ranking.candidates.begin(), ranking.candidates.end(),
                  [](const Candidate& candidate) { return candidate.break_even.needed.has_value(); });
  if (any_break_even)
    notes.lines.push_back(
        "Break-even is the utilization at which the offer costs as much per token as the cheapest API, " +
        io::printable(ranking.cheapest_api->id()) + ".");
  const auto spot = std::find_if(ranking.candidates.begin(), ranking.candidates.end(), [](const Candidate& candidate) {
    return candidate.gpu_offer && candidate.gpu_offer->term == Term::spot;
  });
  const GpuOffer* interrupted = spot == ranking.candidates.end() ? nullptr : spot->gpu_offer;
  InputSet counted = inputs;
  const bool any_derated =
      std::any_of(ranking.candidates.begin(), ranking.candidates.end(), [&](const auto& candidate) {
        return candidate.record && load_of(*candidate.record) == Load::offline && load_asked(inputs) == Load::online &&
               at(inputs, key("derate_ratio"))->source == Source::default_value;
      });
  if (any_derated) {
    at(counted, key("derate_ratio"))->source = Source::catalog;
    notes.lines.push_back("Set-ups that were measured offline count for " + text::percent(offline_derate) +
                          " of their rate; --derate or --load offline changes that.");
  }
  for (const std::string& line : {not_included_sentence(counted, interrupted), left_out_sentence(ranking)})
    if (!line.empty()) notes.lines.push_back(line);
  blocks.emplace_back(std::move(notes));
  blocks.emplace_back(report::Headline{rank_headline(ranking, by_record)});
  return blocks;
}

// Kind, id and unrounded cost of the cheapest way.
std::string rank_brief(const Ranking& ranking) {
  if (ranking.candidates.empty()) return "none - -";
  const Candidate& first = ranking.candidates.front();
  return text::format("{} {} {}", first.kind(), io::printable(first.id()),
                      first.cost ? text::plain(*first.cost / usd) : "-");
}

Json candidate_document(const Candidate& candidate, std::size_t place) {
  const auto id_or_null = [](const auto* entry) { return entry ? Json(entry->id) : Json(); };
  const SelfHostAnswer* self_host =
      candidate.self_host && candidate.status != CandidateStatus::no_volume ? &*candidate.self_host : nullptr;
  const auto load = candidate.record ? load_of(*candidate.record) : std::nullopt;
  return {{"rank", place},
          {"kind", candidate.kind()},
          {"id", candidate.id()},
          {"provider", candidate.api_offer ? candidate.api_offer->provider : candidate.gpu_offer->provider},
          {"term", candidate.gpu_offer ? Json(io::name(candidate.gpu_offer->term)) : Json()},
          {"gpu_offer", id_or_null(candidate.gpu_offer)},
          {"throughput_record", id_or_null(candidate.record)},
          {"throughput_kind", candidate.record ? Json(io::name(candidate.record->kind)) : Json()},
          {"engine", candidate.record ? Json(candidate.record->engine) : Json()},
          {"precision", candidate.record ? Json(candidate.record->precision) : Json()},
          {"load", load ? Json(io::name(*load)) : Json()},
          {"concurrency", candidate.record ? Json(candidate.record->concurrency) : Json()},
          {"api_offer", id_or_null(candidate.api_offer)},
          {"status", name(candidate.status)},
          {"usd_per_month", amount_or_null(candidate.cost, usd)},
          {"usd_per_mtok", amount_or_null(candidate.per_token, io::usd_per_mtok)},
          {"usd_per_mtok_at_full_load", amount_or_null(candidate.per_token_at_full_load, io::usd_per_mtok)},
          {"replica_count", self_host ? count_of(self_host->replica_count) : Json()},
          {"gpu_count", self_host ? count_of(self_host->gpu_count) : Json()},
          {"utilization_ratio", self_host ? Json(self_host->utilization) : Json()},
          {"break_even_utilization_ratio", Json(candidate.break_even.needed)},
          {"price_as_of", io::format_date(candidate.as_of())}};
}

}  // namespace

report::Report rank_report(const Ranking& ranking, const InputSet& inputs, Date today, const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.rank"),
                        .blocks = rank_blocks(ranking, inputs, today, context.verbose),
                        .brief = rank_brief(ranking),
                        .rows = std::vector<Json>()};
  for (std::size_t i = 0; i < ranking.candidates.size(); ++i)
    report.rows->push_back(candidate_document(ranking.candidates[i], i + 1));
  report.document["rows"] = *report.rows;
  report.document["left_out"] = {{"spot_count", ranking.spot_count},
                                 {"serverless_count", ranking.scaling_count},
                                 {"older_price_count", ranking.old_count}};
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
