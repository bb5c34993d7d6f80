// SPDX-License-Identifier: MIT
#include "analysis/metrics.hpp"

#include <array>

#include "analysis/answered_question.hpp"
#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {
namespace {

using namespace answered;

const BreakEvens& ties(const AnsweredQuestion& a) { return a.comparison.break_even; }

Figure known(std::optional<double> value) {
  if (value) return {.status = Status::at, .value = value};
  return {.status = Status::not_applicable,
          .reason = "this needs a volume, and the shape of a request where it is per request"};
}

Figure cost(const AnsweredQuestion& a, std::optional<double> value) {
  if (!a.comparison.self_host.feasible) return {.status = Status::infeasible, .reason = a.comparison.self_host.reason};
  return known(value);
}

// A figure of the serverless path, if the question has one.
template <class Read>
Figure of_serverless(const AnsweredQuestion& a, Read read) {
  if (!has_serverless(a)) return {.status = Status::not_applicable, .reason = "no serverless price"};
  const std::optional<double> value = read(served(a));
  if (value) return {.status = Status::at, .value = value};
  return {.status = Status::not_applicable, .reason = "this needs a volume that one worker carries"};
}

template <class Broken>
Figure tie(const Broken& broken_even, std::optional<double> value) {
  return {.status = broken_even.status, .value = value, .reason = broken_even.reason};
}

std::optional<double> on_ratio(const ServerlessUse& use) {
  const bool is_known = use.warm_workers == 0 && use.cold_start_ratio;
  return is_known ? std::optional(use.time.on()) : std::nullopt;
}

Figure api_rate(const AnsweredQuestion& a) {
  if (!has_serverless(a)) return of_serverless(a, [](const auto&) { return std::optional<double>(); });
  return tie(served(a).break_even.api, in(served(a).break_even.api.value, request));
}

Figure self_host_rate(const AnsweredQuestion& a) {
  if (!has_serverless(a)) return of_serverless(a, [](const auto&) { return std::optional<double>(); });
  return tie(served(a).break_even.self_host, in(served(a).break_even.self_host.value, request));
}

constexpr std::array metric_table{
    Metric{"self_host.usd_per_month", Measure::monthly_money,
           "F + N_m\u00b7r_m\u00b7(K \u2212 f) + (N + k)\u00b7f + e\u00b7V/10\u2076", "F N_m r_m K f N k e V",
           [](const AnsweredQuestion& a) { return cost(a, in(a.comparison.self_host.cost, usd)); }, shares_machines},
    Metric{"self_host.usd_per_month", Measure::monthly_money, "F + (N + k)\u00b7K + e\u00b7V/10\u2076", "F N k K e V",
           [](const AnsweredQuestion& a) { return cost(a, in(a.comparison.self_host.cost, usd)); }},
    Metric{"self_host.usd_per_mtok", Measure::token_price, "10\u2076\u00b7S/V", "S V",
           [](const AnsweredQuestion& a) { return cost(a, in(a.comparison.self_host.per_token, io::usd_per_mtok)); }},
    Metric{"self_host.usd_per_mtok_at_full_load", Measure::token_price, "10\u2076\u00b7K/L + e", "K L e",
           [](const AnsweredQuestion& a) {
             return known(in(a.comparison.self_host.per_token_at_full_load, io::usd_per_mtok));
           }},
    Metric{
        "self_host.usd_per_request", Measure::request_fee, "S\u00b7(in + out)/V", "S V in out",
        [](const AnsweredQuestion& a) { return cost(a, in(a.comparison.self_host.per_request, io::usd_per_request)); }},
    Metric{"self_host.replica_count", Measure::count, "max(N_min, \u2308V/C\u2309)", "N_min V C",
           [](const AnsweredQuestion& a) { return known(a.comparison.self_host.replica_count); }},
    Metric{"self_host.capacity_tok_per_month", Measure::monthly_tokens, "N\u00b7L", "N L",
           [](const AnsweredQuestion& a) { return known(a.comparison.self_host.capacity / token); }},
    Metric{"self_host.utilization_ratio", Measure::ratio, "V/(N\u00b7L)", "V N L",
           [](const AnsweredQuestion& a) { return known(a.comparison.self_host.utilization); }},
    Metric{"api.usd_per_month", Measure::monthly_money, "max(M, B)", "M B",
           [](const AnsweredQuestion& a) { return known(a.comparison.api.cost / usd); }, has_minimum},
    Metric{"api.usd_per_month", Measure::monthly_money, "B", "B",
           [](const AnsweredQuestion& a) { return known(a.comparison.api.cost / usd); }, has_other_bill},
    Metric{"api.usd_per_month", Measure::monthly_money, "p\u00b7V/10\u2076", "p V",
           [](const AnsweredQuestion& a) { return known(a.comparison.api.cost / usd); }},
    Metric{"api.usd_per_mtok", Measure::token_price, "p", "p",
           [](const AnsweredQuestion& a) { return known(in(a.comparison.api.per_token, io::usd_per_mtok)); }},
    Metric{"api.usd_per_request", Measure::request_fee, "p\u00b7(in + out)/10\u2076", "p in out",
           [](const AnsweredQuestion& a) { return known(in(a.comparison.api.per_request, io::usd_per_request)); }},
    Metric{"saving_usd_per_month", Measure::monthly_money, "A \u2212 S", "A S",
           [](const AnsweredQuestion& a) { return cost(a, in(a.comparison.saving, usd)); }},
    Metric{"break_even.utilization_ratio", Measure::ratio, "10\u2076\u00b7K/(L\u00b7(p \u2212 e))", "K L p e",
           [](const AnsweredQuestion& a) { return tie(ties(a).utilization, ties(a).utilization.value); }},
    Metric{
        "break_even.tok_per_s", Measure::token_rate,
        "10\u2076\u00b7K/((p \u2212 e)\u00b73600\u00b7H_s\u00b7d\u00b7u_max/PAR)", "K p e H_s d u_max PAR",
        [](const AnsweredQuestion& a) { return tie(ties(a).throughput, in(ties(a).throughput.value, io::tok_per_s)); }},
    Metric{"break_even.tok_per_month", Measure::monthly_tokens,
           "the least V at which A(V) \u2265 F + N_m(V)\u00b7r_m\u00b7(K \u2212 f) + (N(V) + k)\u00b7f + "
           "e\u00b7V/10\u2076",
           "F r_m K f k e N_min C M V_f p_l",
           [](const AnsweredQuestion& a) { return tie(ties(a).volume, in(ties(a).volume.value, token)); },
           shares_machines},
    Metric{"break_even.tok_per_month", Measure::monthly_tokens,
           "the least V at which A(V) \u2265 F + (N(V) + k)\u00b7K + e\u00b7V/10\u2076", "F k K e N_min C M V_f p_l",
           [](const AnsweredQuestion& a) { return tie(ties(a).volume, in(ties(a).volume.value, token)); },
           has_other_bill},
    Metric{"break_even.tok_per_month", Measure::monthly_tokens,
           "10\u2076\u00b7(F + (j + k)\u00b7K)/(p \u2212 e), j = max(N_min, \u2308(F + k\u00b7K)/((p \u2212 "
           "e)\u00b7C/10\u2076 \u2212 K)\u2309)",
           "F k K p e N_min C",
           [](const AnsweredQuestion& a) { return tie(ties(a).volume, in(ties(a).volume.value, token)); }},
    Metric{
        "break_even.gpu_usd_per_hour", Measure::hourly_price,
        "(((p \u2212 e)\u00b7V/10\u2076 \u2212 F \u2212 (N + k)\u00b7f)/(m\u00b7N_m\u00b7G_m\u00b7H) \u2212 (1 \u2212 "
        "a)\u00b7g_fb)/(a\u00b7(1 + \u03bb\u00b7t_r))",
        "p e V F N k f m N_m G_m H a g_fb \u03bb t_r",
        [](const AnsweredQuestion& a) { return tie(ties(a).gpu_price, in(ties(a).gpu_price.value, io::usd_per_hour)); },
        [](const AnsweredQuestion& a) { return shares_machines(a) && is_spot(a); }},
    Metric{
        "break_even.gpu_usd_per_hour", Measure::hourly_price,
        "((p \u2212 e)\u00b7V/10\u2076 \u2212 F \u2212 (N + k)\u00b7f)/(m\u00b7N_m\u00b7G_m\u00b7H)",
        "p e V F N k f m N_m G_m H",
        [](const AnsweredQuestion& a) { return tie(ties(a).gpu_price, in(ties(a).gpu_price.value, io::usd_per_hour)); },
        shares_machines},
    Metric{
        "break_even.gpu_usd_per_hour", Measure::hourly_price,
        "((((p \u2212 e)\u00b7V/10\u2076 \u2212 F)/(N + k) \u2212 f)/(m\u00b7G\u00b7H) \u2212 (1 \u2212 a)\u00b7g_fb)"
        "/(a\u00b7(1 + \u03bb\u00b7t_r))",
        "p e V F N k f m G H a g_fb \u03bb t_r",
        [](const AnsweredQuestion& a) { return tie(ties(a).gpu_price, in(ties(a).gpu_price.value, io::usd_per_hour)); },
        falls_back},
    Metric{
        "break_even.gpu_usd_per_hour", Measure::hourly_price,
        "(((p \u2212 e)\u00b7V/10\u2076 \u2212 F)/(N + k) \u2212 f)/(m\u00b7G\u00b7H\u00b7a\u00b7(1 + "
        "\u03bb\u00b7t_r))",
        "p e V F N k f m G H a \u03bb t_r",
        [](const AnsweredQuestion& a) { return tie(ties(a).gpu_price, in(ties(a).gpu_price.value, io::usd_per_hour)); },
        is_spot},
    Metric{"break_even.gpu_usd_per_hour", Measure::hourly_price,
           "(((p \u2212 e)\u00b7V/10\u2076 \u2212 F)/(N + k) \u2212 f)/(m\u00b7G\u00b7H)", "p e V F N k f m G H",
           [](const AnsweredQuestion& a) {
             return tie(ties(a).gpu_price, in(ties(a).gpu_price.value, io::usd_per_hour));
           }},
    Metric{"break_even.api_usd_per_mtok", Measure::token_price, "10\u2076\u00b7S/V", "S V",
           [](const AnsweredQuestion& a) {
             return tie(ties(a).api_price, in(ties(a).api_price.value, io::usd_per_mtok));
           }},
    Metric{"serverless.usd_per_month", Measure::monthly_money, "3600\u00b7H_m\u00b7(n_w\u00b7\u03c3_w + \u03c3\u00b7W)",
           "H_m n_w \u03c3_w \u03c3 W",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return std::optional(s.cost / usd); });
           },
           has_warm},
    Metric{"serverless.usd_per_month", Measure::monthly_money, "3600\u00b7H_m\u00b7\u03c3\u00b7W", "H_m \u03c3 W",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return std::optional(s.cost / usd); });
           }},
    Metric{"serverless.usd_per_mtok", Measure::token_price, "10\u2076\u00b7Q/V", "Q V",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return in(s.per_token, io::usd_per_mtok); });
           }},
    Metric{"serverless.usd_per_request", Measure::request_fee, "Q\u00b7(in + out)/V", "Q V in out",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return in(s.per_request, io::usd_per_request); });
           }},
    Metric{"serverless.usd_per_lone_request", Measure::request_fee,
           "\u03c3\u00b7(t_s, and t_c and t_k where they are billed)", "\u03c3 t_s t_c t_k",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return std::optional(s.lone_request / io::usd_per_request); });
           }},
    Metric{"serverless.worker_count", Measure::multiplier, "n_w + W", "n_w W",
           [](const AnsweredQuestion& a) {
             return of_serverless(
                 a, [](const auto& s) { return std::optional(s.use.warm_workers + s.use.flexible_workers); });
           }},
    Metric{"serverless.on_ratio", Measure::ratio, "1 \u2212 P_c", "P_c",
           [](const AnsweredQuestion& a) { return of_serverless(a, [](const auto& s) { return on_ratio(s.use); }); }},
    Metric{"serverless.cold_start_ratio", Measure::ratio,
           "of what overflows the warm workers, the share that finds no other worker on", "\u03bb_r t_s n_w",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return s.use.cold_start_ratio; });
           },
           has_warm},
    Metric{"serverless.cold_start_ratio", Measure::ratio, "P_c", "P_c",
           [](const AnsweredQuestion& a) {
             return of_serverless(a, [](const auto& s) { return s.use.cold_start_ratio; });
           }},
    Metric{
        "serverless.waiting_ratio", Measure::ratio,
        "of what overflows the warm workers, the share that waits on the start of another", "\u03bb_r t_s n_w",
        [](const AnsweredQuestion& a) { return of_serverless(a, [](const auto& s) { return s.use.waiting_ratio; }); },
        has_warm},
    Metric{
        "serverless.waiting_ratio", Measure::ratio, "P_c\u00b7(1 + \u03bb_r\u00b7t_c)", "P_c \u03bb_r t_c",
        [](const AnsweredQuestion& a) { return of_serverless(a, [](const auto& s) { return s.use.waiting_ratio; }); }},
    Metric{
        "serverless.break_even.api_requests_per_month", Measure::monthly_requests,
        "the least \u03bb at which \u03c3\u00b7W(\u03bb) < \u03bb\u00b7p\u00b7(in + out)/10\u2076, times 3600\u00b7H_m",
        "\u03c3 t_c t_k t_s H_m p in out", api_rate},
    Metric{"serverless.break_even.self_host_requests_per_month", Measure::monthly_requests,
           "the least \u03bb at which 3600\u00b7H_m\u00b7\u03c3\u00b7W(\u03bb) > S(\u03bb), times 3600\u00b7H_m",
           "\u03c3 t_c t_k t_s H_m F N_min k K e in out", self_host_rate},
};

}  // namespace

std::span<const Metric> metrics() { return metric_table; }

const Metric* find_metric(std::string_view path) {
  constexpr std::string_view value = ".value";
  if (path.find("break_even.") != std::string_view::npos && path.ends_with(value)) path.remove_suffix(value.size());
  for (const Metric& metric : metric_table)
    if (metric.path == path) return &metric;
  return nullptr;
}

std::string figure_text(const Metric& metric, const Figure& figure) {
  if (!figure.value) return std::string(name(figure.status));
  return measured_text(metric.measure, *figure.value);
}

io::Diagnostic unknown_metric(std::string_view option, std::string_view name) {
  std::vector<std::string_view> known;
  io::Diagnostic wrong{.code = "BE-U006",
                       .message = std::string(option) + " has the unknown figure '" + io::printable(name) + "'",
                       .location = io::Location{.argument = std::string(option)}};
  for (const Metric& metric : metric_table)
    if (!metric.applies) known.push_back(metric.path);
  wrong.help = io::did_you_mean(name, known);
  if (!wrong.help.empty()) return wrong;
  for (const std::string_view path : known) wrong.notes.push_back("a figure is " + std::string(path));
  wrong.help = "give a figure of an answer";
  return wrong;
}

}  // namespace breakeven::app
