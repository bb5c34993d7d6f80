// SPDX-License-Identifier: MIT
#include "io/catalog/fields.hpp"
#include "text/numbers.hpp"
#include "views/compare/pictures.hpp"
#include "views/compare/serverless_text.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

Json breakdown_document(const std::vector<CostLine>& lines) {
  Json array = Json::array();
  for (const CostLine& line : lines)
    array.push_back(Json{{"component", name(line.component)}, {"usd_per_month", line.cost / usd}});
  return array;
}

Json self_host_document(const SelfHostAnswer& answer) {
  return Json{{"status", answer.feasible ? "feasible" : "infeasible"},
              {"reason", text_or_null(answer.reason)},
              {"replica_count", count_of(answer.replica_count)},
              {"spare_count", count_of(answer.spare_count)},
              {"gpu_count", count_of(answer.gpu_count)},
              {"usd_per_month", amount_or_null(answer.cost, usd)},
              {"usd_per_mtok", amount_or_null(answer.per_token, io::usd_per_mtok)},
              {"usd_per_mtok_at_full_load", amount_or_null(answer.per_token_at_full_load, io::usd_per_mtok)},
              {"usd_per_request", amount_or_null(answer.per_request, io::usd_per_request)},
              {"capacity_tok_per_month", answer.capacity / token},
              {"utilization_ratio", answer.utilization},
              {"breakdown", breakdown_document(answer.breakdown)}};
}

Json api_document(const ApiAnswer& answer) {
  return Json{{"status", "priced"},
              {"usd_per_month", answer.cost / usd},
              {"usd_per_mtok", amount_or_null(answer.per_token, io::usd_per_mtok)},
              {"usd_per_request", amount_or_null(answer.per_request, io::usd_per_request)},
              {"breakdown", breakdown_document(answer.breakdown)}};
}

template <class Value, class Convert>
Json tie_document(const Result<Value>& tie, Convert convert) {
  return Json{{"status", name(tie.status)},
              {"value", tie.value ? Json(convert(*tie.value)) : Json()},
              {"reason", text_or_null(tie.reason)}};
}

Json utilization_document(const Result<double>& tie) {
  return Json{{"status", name(tie.status)},
              {"value", tie.value ? Json(*tie.value) : Json()},
              {"needed", tie.needed ? Json(*tie.needed) : Json()},
              {"reason", text_or_null(tie.reason)}};
}

Json volume_document(const VolumeBreakEven& tie) {
  Json crossings = Json::array();
  for (const Crossing& crossing : tie.crossings)
    crossings.push_back(Json{{"tok_per_month", crossing.volume / token},
                             {"to", crossing.to == Side::self_host ? "self_host" : "api"},
                             {"touch", crossing.touch}});
  return Json{{"status", name(tie.status)},
              {"value", amount_or_null(tie.value, token)},
              {"last", amount_or_null(tie.last, token)},
              {"until", amount_or_null(tie.until, token)},
              {"needed", amount_or_null(tie.needed, token)},
              {"crossing_count", count_of(tie.crossing_count)},
              {"crossings", std::move(crossings)},
              {"reason", text_or_null(tie.reason)}};
}

Json requests_document(const VolumeBreakEven& tie, const std::optional<RequestShape>& shape) {
  if (!shape) return Json{{"status", "not_applicable"}, {"value", nullptr}, {"reason", "no request shape"}};
  return Json{{"status", name(tie.status)},
              {"value", tie.value ? Json(*tie.value / shape->total() / request) : Json()},
              {"reason", text_or_null(tie.reason)}};
}

Json compare_document(const Comparison& comparison, const Question& question, const OverRanges& over) {
  const BreakEvens& ties = comparison.break_even;
  Json document = document_header("breakeven.compare");
  document["verdict"] = name(comparison.verdict);
  document["saving_usd_per_month"] = amount_or_null(comparison.saving, usd);
  document["self_host"] = self_host_document(comparison.self_host);
  document["api"] = api_document(comparison.api);
  document["serverless"] = serverless_document(comparison.serverless);
  document["break_even"] = Json{
      {"utilization_ratio", utilization_document(ties.utilization)},
      {"tok_per_s", tie_document(ties.throughput, [](TokenRate rate) { return rate / io::tok_per_s; })},
      {"tok_per_month", volume_document(ties.volume)},
      {"requests_per_month", requests_document(ties.volume, question.scenario.workload.shape)},
      {"gpu_usd_per_hour", tie_document(ties.gpu_price, [](HourlyPrice price) { return price / io::usd_per_hour; })},
      {"api_usd_per_mtok", tie_document(ties.api_price, [](TokenPrice price) { return price / io::usd_per_mtok; })}};
  if (over.ranges) document["range"] = range_document(*over.ranges);
  if (over.drawn) document["uncertainty"] = uncertainty_document(*over.drawn, over.options);
  return document;
}

}  // namespace

report::Report compare_report(const std::shared_ptr<const Question>& question, const Comparison& comparison,
                              const OverRanges& over, const AnswerContext& context) {
  const bool has_ranges = over.ranges || over.drawn;
  report::Report report{.document = compare_document(comparison, *question, over),
                        .brief = compare_brief(comparison),
                        .pictures = [question, comparison, has_ranges] {
                          return compare_pictures(question->scenario, comparison, has_ranges);
                        }};
  close_document(report.document, context.inputs, context.problems);
  report.blocks.emplace_back(report::LateBlocks{[question, comparison, is_verbose = context.verbose] {
    return compare_blocks(comparison, *question, is_verbose);
  }});
  if (has_ranges)
    report.blocks.emplace_back(
        report::Paragraph{{"So far every range is taken at its midpoint. Over the ranges" +
                           std::string(comparison.serverless ? ", self-hosting and the API alone:" : ":")}});
  if (over.ranges) {
    append(report.blocks, range_blocks(*over.ranges, question->inputs));
    report.brief += " " + report.document["range"]["verdict"].string();
  }
  if (over.drawn) {
    append(report.blocks, monte_carlo_blocks(*over.drawn, over.options));
    report.brief += " " + text::plain(over.drawn->uncertainty.self_host_cheaper_probability);
  }
  return report;
}

}  // namespace breakeven::app
