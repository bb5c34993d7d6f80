// SPDX-License-Identifier: MIT
#include "io/catalog/fields.hpp"
#include "views/forecast.hpp"

namespace breakeven::app {
namespace {

Json month_document(const ForecastMonth& month, std::size_t index) {
  const Comparison& comparison = month.comparison;
  return {{"month", index},
          {"tok_per_month", comparison.volume / token},
          {"gpu_usd_per_hour", month.gpu_price / io::usd_per_hour},
          {"api_usd_per_mtok", comparison.api.effective_price / io::usd_per_mtok},
          {"replica_count", count_of(comparison.self_host.replica_count)},
          {"utilization_ratio", comparison.self_host.utilization},
          {"self_host_usd_per_month", amount_or_null(comparison.self_host.cost, usd)},
          {"api_usd_per_month", comparison.api.cost / usd},
          {"verdict", name(comparison.verdict)}};
}

Json horizon_cost_document(const HorizonCost& cost) {
  return {{"status", cost.self_host ? "priced" : "infeasible"},
          {"reason", cost.self_host ? Json() : Json("self-hosting is infeasible in some months")},
          {"self_host_usd", amount_or_null(cost.self_host, usd)},
          {"api_usd", cost.api / usd},
          {"switching_usd", cost.switching / usd}};
}

Json present_value_document(const ForecastAnswer& answer) {
  if (answer.discount_rate) return horizon_cost_document(horizon_cost(answer.months, *answer.discount_rate));
  return {{"status", "not_applicable"},
          {"reason", "no discount rate is given"},
          {"self_host_usd", nullptr},
          {"api_usd", nullptr},
          {"switching_usd", nullptr}};
}

Json flips_document(const std::vector<WinnerChange>& flips) {
  Json array = Json::array();
  for (const WinnerChange& flip : flips)
    array.push_back({{"month", flip.month}, {"from", name(flip.from)}, {"to", name(flip.to)}});
  return array;
}

Json forecast_document(const ForecastAnswer& answer, const Json& settings, const std::vector<Json>& rows) {
  Json document = document_header("breakeven.forecast");
  document["settings"] = settings;
  document["first_verdict"] = name(answer.months.front().comparison.verdict);
  document["last_verdict"] = name(answer.months.back().comparison.verdict);
  const bool flips = !answer.flips.empty();
  document["flip"] = {{"status", name(flip_status(answer))},
                      {"month", flips ? Json(answer.flips.front().month) : Json()},
                      {"reason", text_or_null(no_flip_reason(answer))}};
  document["flips"] = flips_document(answer.flips);
  document["months_to_break_even_volume"] = break_even_document(answer.months_to_break_even);
  document["total"] = horizon_cost_document(horizon_cost(answer.months));
  document["present_value"] = present_value_document(answer);
  document["rows"] = rows;
  return document;
}

}  // namespace

report::Report forecast_report(const ForecastAnswer& answer, const AnswerContext& context) {
  report::Report report{
      .blocks = forecast_blocks(answer, context.verbose), .brief = forecast_brief(answer), .rows = std::vector<Json>()};
  for (std::size_t i = 0; i < answer.months.size(); ++i) report.rows->push_back(month_document(answer.months[i], i));
  report.document = forecast_document(answer, context.settings, *report.rows);
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
