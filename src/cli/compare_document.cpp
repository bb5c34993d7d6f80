// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"
#include "cli/serverless_text.hpp"
#include "io/catalog_fields.hpp"

namespace breakeven::cli {
namespace {

Json reason_of(std::string_view reason) { return reason.empty() ? Json() : Json(reason); }

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
    array.push_back(object_of(Member{"component", name(line.component)}, Member{"usd_per_month", line.cost / usd}));
  return array;
}

Json self_host_document(const SelfHostAnswer& answer) {
  return object_of(
      Member{"status", answer.feasible ? "feasible" : "infeasible"}, Member{"reason", reason_of(answer.reason)},
      Member{"replica_count", count_of(answer.replica_count)}, Member{"spare_count", count_of(answer.spare_count)},
      Member{"gpu_count", count_of(answer.gpu_count)}, Member{"usd_per_month", usd_of(answer.cost)},
      Member{"usd_per_mtok", usd_per_mtok_of(answer.per_token)},
      Member{"usd_per_mtok_at_full_load", usd_per_mtok_of(answer.per_token_at_full_load)},
      Member{"usd_per_request", usd_per_request_of(answer.per_request)},
      Member{"capacity_tok_per_month", answer.capacity / token}, Member{"utilization_ratio", answer.utilization},
      Member{"breakdown", breakdown_document(answer.breakdown)});
}

Json api_document(const ApiAnswer& answer) {
  return object_of(Member{"status", "priced"}, Member{"usd_per_month", answer.cost / usd},
                   Member{"usd_per_mtok", usd_per_mtok_of(answer.per_token)},
                   Member{"usd_per_request", usd_per_request_of(answer.per_request)},
                   Member{"breakdown", breakdown_document(answer.breakdown)});
}

template <class Value, class Convert>
Json tie_document(const BreakEven<Value>& tie, Convert convert) {
  return object_of(Member{"status", name(tie.status)}, Member{"value", tie.value ? Json(convert(*tie.value)) : Json()},
                   Member{"reason", reason_of(tie.reason)});
}

Json utilization_document(const BreakEven<double>& tie) {
  return object_of(Member{"status", name(tie.status)}, Member{"value", tie.value ? Json(*tie.value) : Json()},
                   Member{"needed", tie.needed ? Json(*tie.needed) : Json()}, Member{"reason", reason_of(tie.reason)});
}

Json volume_document(const VolumeBreakEven& tie) {
  Json crossings = Json::array();
  for (const Crossing& crossing : tie.crossings)
    crossings.push_back(object_of(Member{"tok_per_month", crossing.volume / token},
                                  Member{"to", crossing.to == Side::self_host ? "self_host" : "api"},
                                  Member{"touch", crossing.touch}));
  return object_of(Member{"status", name(tie.status)}, Member{"value", tok_of(tie.value)},
                   Member{"last", tok_of(tie.last)}, Member{"until", tok_of(tie.until)},
                   Member{"needed", tok_of(tie.needed)}, Member{"crossing_count", count_of(tie.crossing_count)},
                   Member{"crossings", std::move(crossings)}, Member{"reason", reason_of(tie.reason)});
}

Json requests_document(const VolumeBreakEven& tie, const std::optional<RequestShape>& shape) {
  if (!shape)
    return object_of(Member{"status", "not_applicable"}, Member{"value", nullptr},
                     Member{"reason", "no request shape"});
  return object_of(Member{"status", name(tie.status)},
                   Member{"value", tie.value ? Json(*tie.value / shape->total() / request) : Json()},
                   Member{"reason", reason_of(tie.reason)});
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
  document["break_even"] =
      object_of(Member{"utilization_ratio", utilization_document(ties.utilization)},
                Member{"tok_per_s", tie_document(ties.throughput, [](TokenRate rate) { return rate / io::tok_per_s; })},
                Member{"tok_per_month", volume_document(ties.volume)},
                Member{"requests_per_month", requests_document(ties.volume, question.scenario.workload.shape)},
                Member{"gpu_usd_per_hour",
                       tie_document(ties.gpu_price, [](HourlyPrice price) { return price / io::usd_per_hour; })},
                Member{"api_usd_per_mtok",
                       tie_document(ties.api_price, [](TokenPrice price) { return price / io::usd_per_mtok; })});
  document.update(more);
  close_document(document, question.inputs, problems);
  return document;
}

}  // namespace breakeven::cli
