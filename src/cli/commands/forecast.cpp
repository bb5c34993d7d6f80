// SPDX-License-Identifier: MIT
#include "breakeven/forecast.hpp"

#include <cmath>

#include "breakeven/price_decline.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "views/document.hpp"
#include "views/forecast.hpp"

namespace breakeven::app {
namespace {

// Growth and decline beyond this would take numbers where a double no longer holds them.
void refuse_extremes(Session& session, const OptionRow& option, std::string_view what, double factor, int months) {
  if (factor <= io::largest && factor >= io::smallest) return;
  const std::string argument = "--" + std::string(option.name);
  session.problems().push_back(
      {.code = "BE-Q008",
       .message = text::format("{} '{}' makes the {} more than 1e15 times as {} within {} months", argument,
                               io::printable(session.arguments().value(option.name).value_or("")), what,
                               factor > 1 ? "great" : "small", months),
       .location = io::Location{.argument = argument},
       .help = "write a lesser change, or fewer --months"});
}

BreakEven<double> months_to_break_even(const Comparison& today, const Trends& trends) {
  if (trends.gpu_decline != 0 || trends.api_decline != 0)
    return {.status = Status::not_applicable, .reason = "prices change too, and with them the break-even volume"};
  const VolumeBreakEven& volume = today.break_even.volume;
  if (volume.status == Status::always) return {.status = Status::always, .value = 0};
  if (!volume.value) return {.status = Status::never, .reason = volume.reason};
  return months_until(*volume.value, today.volume, trends.monthly_growth);
}

Json month_document(const ForecastMonth& month, std::size_t index) {
  const Comparison& comparison = month.comparison;
  const auto& cost = comparison.self_host.cost;
  return {{"month", index},
          {"tok_per_month", comparison.volume / token},
          {"gpu_usd_per_hour", month.gpu_price / io::usd_per_hour},
          {"api_usd_per_mtok", comparison.api.effective_price / io::usd_per_mtok},
          {"replica_count", count_of(comparison.self_host.replica_count)},
          {"utilization_ratio", comparison.self_host.utilization},
          {"self_host_usd_per_month", cost ? Json(*cost / usd) : Json()},
          {"api_usd_per_month", comparison.api.cost / usd},
          {"verdict", name(comparison.verdict)}};
}

Json horizon_cost_document(const HorizonCost& cost) {
  return {{"status", cost.self_host ? "priced" : "infeasible"},
          {"reason", cost.self_host ? Json() : Json("self-hosting is infeasible in some months")},
          {"self_host_usd", cost.self_host ? Json(*cost.self_host / usd) : Json()},
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

Json flips_document(const std::vector<Flip>& flips) {
  Json array = Json::array();
  for (const Flip& flip : flips)
    array.push_back({{"month", flip.month}, {"from", name(flip.from)}, {"to", name(flip.to)}});
  return array;
}

Json forecast_document(const ForecastAnswer& answer, const Settings& settings, const std::vector<Json>& rows) {
  Json document = document_header("breakeven.forecast");
  document["settings"] = settings.document();
  document["first_verdict"] = name(answer.months.front().comparison.verdict);
  document["last_verdict"] = name(answer.months.back().comparison.verdict);
  const bool flips = !answer.flips.empty();
  document["flip"] = {{"status", name(flip_status(answer))},
                      {"month", flips ? Json(answer.flips.front().month) : Json()},
                      {"reason", flips ? Json() : Json(no_flip_reason(answer))}};
  document["flips"] = flips_document(answer.flips);
  document["months_to_break_even_volume"] = break_even_document(answer.months_to_break_even);
  document["total"] = horizon_cost_document(horizon_cost(answer.months));
  document["present_value"] = present_value_document(answer);
  document["rows"] = rows;
  return document;
}

}  // namespace

report::Report run_forecast(Session& session) {
  const Question question = session.question({});
  Settings settings(session, hours_per_month(question.inputs));
  const Trends trends{.monthly_growth = settings.read(option::growth).value_or(0),
                      .gpu_decline = settings.read(option::gpu_decline).value_or(0),
                      .api_decline = settings.read(option::api_decline).value_or(0)};
  const int count = static_cast<int>(settings.read(option::months).value_or(1));
  const auto discount_rate = settings.read(option::discount_rate);
  refuse_extremes(session, option::growth, "volume", std::pow(1 + trends.monthly_growth, count - 1), count);
  refuse_extremes(session, option::gpu_decline, "GPU price", price_factor(trends.gpu_decline, count - 1), count);
  refuse_extremes(session, option::api_decline, "API price", price_factor(trends.api_decline, count - 1), count);
  if (io::has_errors(session.problems())) return {};

  ForecastAnswer answer{.question = question,
                        .trends = trends,
                        .discount_rate = discount_rate,
                        .months = forecast(question.scenario, trends, count),
                        .flips = {},
                        .months_to_break_even = {}};
  answer.flips = flips(answer.months);
  answer.months_to_break_even = months_to_break_even(answer.months.front().comparison, trends);
  std::vector<Json> rows;
  for (std::size_t i = 0; i < answer.months.size(); ++i) rows.push_back(month_document(answer.months[i], i));
  report::Report report{.document = forecast_document(answer, settings, rows),
                        .blocks = forecast_blocks(answer, session.arguments().has("verbose")),
                        .brief = forecast_brief(answer),
                        .rows = rows};
  close_document(report.document, question.inputs, session.problems());
  return report;
}

}  // namespace breakeven::app
