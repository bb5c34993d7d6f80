// SPDX-License-Identifier: MIT
#include "io/catalog/fields.hpp"
#include "views/compare/serverless_text.hpp"

namespace breakeven::app {
namespace {

constexpr auto per_request = io::usd_per_request;

template <class Value, class Unit>
Json in(const std::optional<Value>& value, Unit unit) {
  return value ? Json(*value / unit) : Json();
}
Json ratio(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

template <class Value, class Unit>
Json break_even_in(const Result<Value>& tie, Unit unit) {
  return Json{{"status", name(tie.status)}, {"value", in(tie.value, unit)}, {"reason", text_or_null(tie.reason)}};
}

Json spans_document(const std::vector<RateSpan>& spans) {
  Json list = Json::array();
  for (const RateSpan& span : spans)
    list.push_back(Json{{"from_requests_per_month", span.from / request},
                        {"until_requests_per_month", in(span.until, request)},
                        {"approximate", span.is_approximate}});
  return list;
}

Json answer_document(const ServerlessAnswer& a) {
  const bool one_worker = a.use.warm_workers == 0 && a.use.cold_start_ratio.has_value();
  return Json{{"status", "priced"},
              {"reason", nullptr},
              {"usd_per_month", a.cost / usd},
              {"usd_per_mtok", in(a.per_token, io::usd_per_mtok)},
              {"usd_per_request", in(a.per_request, per_request)},
              {"usd_per_lone_request", a.lone_request / per_request},
              {"worker_count", a.use.warm_workers + a.use.flexible_workers},
              {"on_ratio", one_worker ? Json(a.use.time.on()) : Json()},
              {"cold_start_ratio", ratio(a.use.cold_start_ratio)},
              {"waiting_ratio", ratio(a.use.waiting_ratio)},
              {"approximation", text_or_null(a.use.approximation)},
              {"best_keep_alive_s", break_even_in(a.best_keep_alive, second)},
              {"cautious_keep_alive_s", in(a.cautious_keep_alive, second)},
              {"break_even", Json{{"api_requests_per_month", break_even_in(a.break_even.api, request)},
                                  {"self_host_requests_per_month", break_even_in(a.break_even.self_host, request)}}},
              {"cheapest", spans_document(a.break_even.cheapest)}};
}

}  // namespace

// Without a path the keys are the same, and their values null.
Json serverless_document(const std::optional<ServerlessAnswer>& answer) {
  if (answer) return answer_document(*answer);
  constexpr std::string_view reason = "no serverless price";
  const Result<Requests> none{.reason = reason};
  return Json{{"status", "not_applicable"},
              {"reason", reason},
              {"usd_per_month", nullptr},
              {"usd_per_mtok", nullptr},
              {"usd_per_request", nullptr},
              {"usd_per_lone_request", nullptr},
              {"worker_count", nullptr},
              {"on_ratio", nullptr},
              {"cold_start_ratio", nullptr},
              {"waiting_ratio", nullptr},
              {"approximation", nullptr},
              {"best_keep_alive_s", break_even_in(Result<Time>{.reason = reason}, second)},
              {"cautious_keep_alive_s", nullptr},
              {"break_even", Json{{"api_requests_per_month", break_even_in(none, request)},
                                  {"self_host_requests_per_month", break_even_in(none, request)}}},
              {"cheapest", Json::array()}};
}

}  // namespace breakeven::app
