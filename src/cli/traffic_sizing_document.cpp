// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"
#include "cli/traffic_sizing.hpp"
#include "io/catalog_fields.hpp"

namespace breakeven::cli {
namespace {

Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(); }

Json row_document(const HybridRow& row) {
  return object_of(Member{"replica_count", count_of(row.replica_count)},
                   Member{"utilization_status", row.utilization ? "at" : "not_applicable"},
                   Member{"utilization_ratio", number_or_null(row.utilization)},
                   Member{"marginal_utilization_ratio", number_or_null(row.marginal_utilization)},
                   Member{"overflow_tok_ratio", row.overflow_token_ratio},
                   Member{"overflow_request_status", row.overflow_request_ratio ? "at" : "not_applicable"},
                   Member{"overflow_request_ratio", number_or_null(row.overflow_request_ratio)},
                   Member{"self_host_usd_per_month", row.self_host / usd}, Member{"api_usd_per_month", row.api / usd},
                   Member{"usd_per_month", row.cost() / usd});
}

Json all_self_host_document(const HybridSizing& hybrid) {
  const auto& row = hybrid.all_self_host;
  Json document = object_of(Member{"status", row ? "feasible" : "infeasible"},
                            Member{"reason", row ? Json() : Json("more replicas than max_replicas are needed")},
                            Member{"replica_count", count_of(hybrid.peak_replica_count)});
  document["usd_per_month"] = row ? Json(row->cost() / usd) : Json();
  document["utilization_ratio"] = row ? number_or_null(row->utilization) : Json();
  return document;
}

Json percentile_document(const TrafficSizing& sizing) {
  return object_of(Member{"percentile_ratio", sizing.percentile_share}, Member{"load_replicas", sizing.percentile.load},
                   Member{"sizing", row_document(sizing.percentile.row)});
}

template <class Value, class Unit>
Json spread_document(const Spread<Value>& spread, Unit unit) {
  return object_of(Member{"p05", spread.p05 / unit}, Member{"p95", spread.p95 / unit},
                   Member{"mean", spread.mean / unit}, Member{"standard_error", spread.standard_error / unit});
}

Json resampled_document(const TrafficSizing& sizing) {
  const ResampledMonth& resampled = sizing.resampled;
  const bool known = resampled.tokens && resampled.cost;
  return object_of(Member{"status", known ? "at" : "not_applicable"},
                   Member{"reason", known ? Json() : Json(resampled.reason)},
                   Member{"whole_days", sizing.whole_day_count}, Member{"weekends_apart", resampled.weekends_apart},
                   Member{"tok_per_month", known ? spread_document(*resampled.tokens, token) : Json()},
                   Member{"usd_per_month", known ? spread_document(*resampled.cost, usd) : Json()});
}

Json layer_document(const Layer& layer) {
  static constexpr std::array<std::string_view, 3> choices{"reserved", "by_the_hour", "api"};
  const auto money = [](const std::optional<Money>& amount) { return amount ? Json(*amount / usd) : Json(); };
  return object_of(Member{"first_replica", count_of(layer.span.first)},
                   Member{"last_replica", count_of(layer.span.last)},
                   Member{"choice", choices.at(static_cast<std::size_t>(layer.choice))},
                   Member{"reserved_status", layer.reserved ? "priced" : "not_applicable"},
                   Member{"reserved_usd_per_month", money(layer.reserved)},
                   Member{"by_the_hour_status", layer.by_the_hour ? "priced" : "not_applicable"},
                   Member{"by_the_hour_usd_per_month", money(layer.by_the_hour)},
                   Member{"api_usd_per_month", layer.api / usd}, Member{"on_hours_per_month", layer.on / hour},
                   Member{"starts_per_month", layer.starts}, Member{"usd_per_month", layer.cost() / usd});
}

Json layers_document(const LayerMix& mix) {
  Json layers = Json::array();
  for (const Layer& layer : mix.layers) layers.push_back(layer_document(layer));
  return object_of(Member{"usd_per_month", mix.cost / usd}, Member{"all_api_usd_per_month", mix.all_api / usd},
                   Member{"layers", std::move(layers)});
}

Json growth_document(const std::vector<GrowthMonth>& months) {
  Json rows = Json::array();
  for (const GrowthMonth& grown : months) {
    const auto& self_host = grown.sizing.all_self_host;
    rows.push_back(
        object_of(Member{"month", grown.month}, Member{"scale_ratio", grown.scale},
                  Member{"replica_count", count_of(grown.sizing.best.replica_count)},
                  Member{"overflow_tok_ratio", grown.sizing.best.overflow_token_ratio},
                  Member{"usd_per_month", grown.sizing.best.cost() / usd},
                  Member{"all_api_usd_per_month", grown.sizing.all_api.cost() / usd},
                  Member{"all_self_host_status", self_host ? "feasible" : "infeasible"},
                  Member{"all_self_host_usd_per_month", self_host ? Json(self_host->cost() / usd) : Json()}));
  }
  return rows;
}

Json cheapest_document(const TrafficSizing& sizing, const std::optional<OtherWay>& other) {
  const bool has_replicas = sizing.hybrid.best.replica_count > 0;
  const Money cost = other ? other->cost : sizing.hybrid.best.cost();
  return object_of(Member{"way", other          ? other->key
                                 : has_replicas ? "replicas"
                                                : "api"},
                   Member{"usd_per_month", cost / usd});
}

}  // namespace

std::vector<Json> sizing_rows(const TrafficSizing& sizing) {
  std::vector<Json> rows;
  for (const HybridRow& row : sizing.hybrid.rows) rows.push_back(row_document(row));
  return rows;
}

Json sizing_document(const TrafficSizing& sizing, const std::optional<OtherWay>& other) {
  Json document =
      object_of(Member{"status", "sized"}, Member{"reason", nullptr}, Member{"scale_ratio", sizing.scale},
                Member{"hours_per_month", sizing.month / hour}, Member{"cheapest", cheapest_document(sizing, other)},
                Member{"best", row_document(sizing.hybrid.best)},
                Member{"most_best_replica_count", count_of(sizing.hybrid.most_best)},
                Member{"chosen", row_document(sizing.chosen)}, Member{"all_api", row_document(sizing.hybrid.all_api)},
                Member{"all_self_host", all_self_host_document(sizing.hybrid)});
  document["percentile"] = percentile_document(sizing);
  document["month"] = resampled_document(sizing);
  document["layer_mix"] = layers_document(sizing.layers);
  document["growth"] = growth_document(sizing.growth);
  document["rows"] = sizing_rows(sizing);
  return document;
}

Json not_sized_document() {
  return object_of(Member{"status", "not_applicable"},
                   Member{"reason", "neither GPUs nor an API are given: --gpu-price, --throughput, --api-price …"});
}

}  // namespace breakeven::cli
