// SPDX-License-Identifier: MIT
#include "io/catalog/fields.hpp"
#include "views/document.hpp"
#include "views/traffic/report.hpp"

namespace breakeven::app {
namespace {

Json sizing_row(const HybridRow& row) {
  return Json{{"replica_count", count_of(row.replica_count)},
              {"utilization_status", row.utilization ? "at" : "not_applicable"},
              {"utilization_ratio", Json(row.utilization)},
              {"marginal_utilization_ratio", Json(row.marginal_utilization)},
              {"overflow_tok_ratio", row.overflow_token_ratio},
              {"overflow_request_status", row.overflow_request_ratio ? "at" : "not_applicable"},
              {"overflow_request_ratio", Json(row.overflow_request_ratio)},
              {"self_host_usd_per_month", row.self_host / usd},
              {"api_usd_per_month", row.api / usd},
              {"usd_per_month", row.cost() / usd}};
}

Json all_self_host_document(const HybridSizing& hybrid) {
  const auto& row = hybrid.all_self_host;
  Json document = Json{{"status", row ? "feasible" : "infeasible"},
                       {"reason", row ? Json() : Json("more replicas than max_replicas are needed")},
                       {"replica_count", count_of(hybrid.peak_replica_count)}};
  document["usd_per_month"] = row ? Json(row->cost() / usd) : Json();
  document["utilization_ratio"] = row ? Json(row->utilization) : Json();
  return document;
}

Json percentile_document(const TrafficSizing& sizing) {
  return Json{{"percentile_ratio", sizing.asked.percentile_share},
              {"load_replicas", sizing.percentile.load},
              {"sizing", sizing_row(sizing.percentile.row)}};
}

template <class Value, class Unit>
Json spread_document(const Spread<Value>& spread, Unit unit) {
  return Json{{"p05", spread.p05 / unit},
              {"p95", spread.p95 / unit},
              {"mean", spread.mean / unit},
              {"standard_error", spread.standard_error / unit}};
}

Json resampled_document(const TrafficSizing& sizing) {
  const ResampledMonth& resampled = sizing.resampled;
  const bool known = resampled.tokens && resampled.cost;
  return Json{{"status", known ? "at" : "not_applicable"},
              {"reason", known ? Json() : Json(resampled.reason)},
              {"whole_days", sizing.whole_day_count},
              {"weekends_apart", resampled.weekends_apart},
              {"tok_per_month", known ? spread_document(*resampled.tokens, token) : Json()},
              {"usd_per_month", known ? spread_document(*resampled.cost, usd) : Json()}};
}

Json layer_document(const Layer& layer) {
  static constexpr std::array<std::string_view, 3> choices{"reserved", "by_the_hour", "api"};
  const auto money = [](const std::optional<Money>& amount) { return amount ? Json(*amount / usd) : Json(); };
  return Json{{"first_replica", count_of(layer.span.first)},
              {"last_replica", count_of(layer.span.last)},
              {"choice", choices.at(static_cast<std::size_t>(layer.choice))},
              {"reserved_status", layer.reserved ? "priced" : "not_applicable"},
              {"reserved_usd_per_month", money(layer.reserved)},
              {"by_the_hour_status", layer.by_the_hour ? "priced" : "not_applicable"},
              {"by_the_hour_usd_per_month", money(layer.by_the_hour)},
              {"api_usd_per_month", layer.api / usd},
              {"on_hours_per_month", layer.on / hour},
              {"starts_per_month", layer.starts},
              {"usd_per_month", layer.cost() / usd}};
}

Json layers_document(const LayerMix& mix) {
  Json layers = Json::array();
  for (const Layer& layer : mix.layers) layers.push_back(layer_document(layer));
  return Json{
      {"usd_per_month", mix.cost / usd}, {"all_api_usd_per_month", mix.all_api / usd}, {"layers", std::move(layers)}};
}

Json growth_document(const std::vector<GrowthMonth>& months) {
  Json rows = Json::array();
  for (const GrowthMonth& grown : months) {
    const auto& self_host = grown.sizing.all_self_host;
    rows.push_back(Json{{"month", grown.month},
                        {"scale_ratio", grown.scale},
                        {"replica_count", count_of(grown.sizing.best.replica_count)},
                        {"overflow_tok_ratio", grown.sizing.best.overflow_token_ratio},
                        {"usd_per_month", grown.sizing.best.cost() / usd},
                        {"all_api_usd_per_month", grown.sizing.all_api.cost() / usd},
                        {"all_self_host_status", self_host ? "feasible" : "infeasible"},
                        {"all_self_host_usd_per_month", self_host ? Json(self_host->cost() / usd) : Json()}});
  }
  return rows;
}

Json cheapest_document(const TrafficSizing& sizing, const std::optional<OtherWay>& other) {
  const bool has_replicas = sizing.hybrid.best.replica_count > 0;
  const Money cost = other ? other->cost : sizing.hybrid.best.cost();
  return Json{{"way", other ? other->key : has_replicas ? "replicas" : "api"}, {"usd_per_month", cost / usd}};
}

}  // namespace

std::vector<Json> sizing_rows(const TrafficSizing& sizing) {
  std::vector<Json> rows;
  for (const HybridRow& row : sizing.hybrid.rows) rows.push_back(sizing_row(row));
  return rows;
}

Json sizing_document(const std::optional<TrafficSizing>& sized, const std::optional<OtherWay>& other) {
  if (!sized)
    return Json{{"status", "not_applicable"},
                {"reason", "neither GPUs nor an API are given: --gpu-price, --throughput, --api-price …"}};
  const TrafficSizing& sizing = *sized;
  Json document = Json{{"status", "sized"},
                       {"reason", nullptr},
                       {"scale_ratio", sizing.asked.scale},
                       {"hours_per_month", sizing.month / hour},
                       {"cheapest", cheapest_document(sizing, other)},
                       {"best", sizing_row(sizing.hybrid.best)},
                       {"most_best_replica_count", count_of(sizing.hybrid.most_best)},
                       {"chosen", sizing_row(sizing.chosen)},
                       {"all_api", sizing_row(sizing.hybrid.all_api)},
                       {"all_self_host", all_self_host_document(sizing.hybrid)}};
  document["percentile"] = percentile_document(sizing);
  document["month"] = resampled_document(sizing);
  document["layer_mix"] = layers_document(sizing.layers);
  document["growth"] = growth_document(sizing.growth);
  document["rows"] = sizing_rows(sizing);
  return document;
}

}  // namespace breakeven::app
