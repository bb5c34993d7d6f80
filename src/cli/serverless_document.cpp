// SPDX-License-Identifier: MIT
#include "cli/serverless_text.hpp"
#include "io/catalog_fields.hpp"

namespace breakeven::cli {
namespace {

constexpr auto per_request = io::usd_per_request;

Json reason_of(std::string_view reason) { return reason.empty() ? Json() : Json(reason); }

template <class Value, class Unit>
Json in(const std::optional<Value>& value, Unit unit) {
  return value ? Json(*value / unit) : Json();
}
Json ratio(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

template <class Value, class Unit>
Json break_even_in(const BreakEven<Value>& tie, Unit unit) {
  return object_of(Member{"status", name(tie.status)}, Member{"value", in(tie.value, unit)},
                   Member{"reason", reason_of(tie.reason)});
}

Json spans_document(const std::vector<RateSpan>& spans) {
  Json list = Json::array();
  for (const RateSpan& span : spans)
    list.push_back(object_of(Member{"from_requests_per_month", span.from / request},
                             Member{"until_requests_per_month", in(span.until, request)},
                             Member{"approximate", span.is_approximate}));
  return list;
}

Json document_of(const ServerlessAnswer& a) {
  const bool one_worker = a.use.warm_workers == 0 && a.use.cold_start_ratio.has_value();
  return object_of(
      Member{"status", "priced"}, Member{"reason", nullptr}, Member{"usd_per_month", a.cost / usd},
      Member{"usd_per_mtok", in(a.per_token, io::usd_per_mtok)},
      Member{"usd_per_request", in(a.per_request, per_request)},
      Member{"usd_per_lone_request", a.lone_request / per_request},
      Member{"worker_count", a.use.warm_workers + a.use.flexible_workers},
      Member{"on_ratio", one_worker ? Json(a.use.time.on()) : Json()},
      Member{"cold_start_ratio", ratio(a.use.cold_start_ratio)}, Member{"waiting_ratio", ratio(a.use.waiting_ratio)},
      Member{"approximation", reason_of(a.use.approximation)},
      Member{"best_keep_alive_s", break_even_in(a.best_keep_alive, second)},
      Member{"cautious_keep_alive_s", in(a.cautious_keep_alive, second)},
      Member{"break_even",
             object_of(Member{"api_requests_per_month", break_even_in(a.break_even.api, request)},
                       Member{"self_host_requests_per_month", break_even_in(a.break_even.self_host, request)})},
      Member{"cheapest", spans_document(a.break_even.cheapest)});
}

}  // namespace

// Without a path the keys are those of one, and their values null.
Json serverless_document(const std::optional<ServerlessAnswer>& answer) {
  if (answer) return document_of(*answer);
  constexpr std::string_view reason = "no serverless price";
  const BreakEven<Requests> none{.reason = reason};
  return object_of(
      Member{"status", "not_applicable"}, Member{"reason", reason}, Member{"usd_per_month", nullptr},
      Member{"usd_per_mtok", nullptr}, Member{"usd_per_request", nullptr}, Member{"usd_per_lone_request", nullptr},
      Member{"worker_count", nullptr}, Member{"on_ratio", nullptr}, Member{"cold_start_ratio", nullptr},
      Member{"waiting_ratio", nullptr}, Member{"approximation", nullptr},
      Member{"best_keep_alive_s", break_even_in(BreakEven<Time>{.reason = reason}, second)},
      Member{"cautious_keep_alive_s", nullptr},
      Member{"break_even", object_of(Member{"api_requests_per_month", break_even_in(none, request)},
                                     Member{"self_host_requests_per_month", break_even_in(none, request)})},
      Member{"cheapest", Json::array()});
}

}  // namespace breakeven::cli
