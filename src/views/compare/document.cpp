// SPDX-License-Identifier: MIT
#include "views/document.hpp"
#include "io/catalog/fields.hpp"
#include "views/compare/serverless_text.hpp"

namespace breakeven::app {
namespace {

Json usd_of(const std::optional<Money>& amount) { return amount ? Json(*amount / usd) : Json(); }
Json usd_per_mtok_of(const std::optional<TokenPrice>& price) {
  return price ? Json(*price / io::usd_per_mtok) : Json();
}
Json usd_per_request_of(const std::optional<RequestFee>& fee) {
  return fee ? Json(*fee / io::usd_per_request) : Json();
}
Json tok_of(const std::optional<Tokens>& tokens) { return tokens ? Json(*tokens / token) : Json(); }

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
              {"usd_per_month", usd_of(answer.cost)},
              {"usd_per_mtok", usd_per_mtok_of(answer.per_token)},
              {"usd_per_mtok_at_full_load", usd_per_mtok_of(answer.per_token_at_full_load)},
              {"usd_per_request", usd_per_request_of(answer.per_request)},
              {"capacity_tok_per_month", answer.capacity / token},
              {"utilization_ratio", answer.utilization},
              {"breakdown", breakdown_document(answer.breakdown)}};
}

Json api_document(const ApiAnswer& answer) {
  return Json{{"status", "priced"},
              {"usd_per_month", answer.cost / usd},
              {"usd_per_mtok", usd_per_mtok_of(answer.per_token)},
              {"usd_per_request", usd_per_request_of(answer.per_request)},
              {"breakdown", breakdown_document(answer.breakdown)}};
}

template <class Value, class Convert>
Json tie_document(const BreakEven<Value>& tie, Convert convert) {
  return Json{{"status", name(tie.status)},
              {"value", tie.value ? Json(convert(*tie.value)) : Json()},
              {"reason", text_or_null(tie.reason)}};
}

Json utilization_document(const BreakEven<double>& tie) {
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
  return Json{{"status", name(tie.status)},        {"value", tok_of(tie.value)},
              {"last", tok_of(tie.last)},          {"until", tok_of(tie.until)},
              {"needed", tok_of(tie.needed)},      {"crossing_count", count_of(tie.crossing_count)},
              {"crossings", std::move(crossings)}, {"reason", text_or_null(tie.reason)}};
}

Json requests_document(const VolumeBreakEven& tie, const std::optional<RequestShape>& shape) {
  if (!shape) return Json{{"status", "not_applicable"}, {"value", nullptr}, {"reason", "no request shape"}};
  return Json{{"status", name(tie.status)},
              {"value", tie.value ? Json(*tie.value / shape->total() / request) : Json()},
              {"reason", text_or_null(tie.reason)}};
}

}  // namespace

Json compare_document(const Comparison& comparison, const Question& question, const Json& more,
                      const io::Diagnostics& problems) {
  const BreakEvens& ties = comparison.break_even;
  Json document = document_header("breakeven.compare");
  document["verdict"] = name(comparison.verdict);
  document["saving_usd_per_month"] = usd_of(comparison.saving);
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
  document.update(more);
  close_document(document, question.inputs, problems);
  return document;
}

}  // namespace breakeven::app
