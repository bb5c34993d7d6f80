// SPDX-License-Identifier: MIT
#include <array>

#include "analysis/answered_question.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {
namespace {

using namespace answered;

const SelfHost& rented(const AnsweredQuestion& a) { return a.question.scenario.self_host; }
const Workload& workload(const AnsweredQuestion& a) { return a.question.scenario.workload; }

bool total_rate_given(const AnsweredQuestion& a) { return has(a, key("tok_per_s")); }
bool output_rate_given(const AnsweredQuestion& a) { return has(a, key("output_tok_per_s")); }
bool is_feasible(const AnsweredQuestion& a) { return a.comparison.self_host.cost.has_value(); }
bool shape_known(const AnsweredQuestion& a) { return workload(a).shape.has_value(); }
bool volume_given(const AnsweredQuestion& a) { return has(a, key("tok_per_month")); }
bool requests_given(const AnsweredQuestion& a) { return has(a, key("requests_per_month")); }
bool flat_price(const AnsweredQuestion& a) { return has(a, key("api_usd_per_mtok")); }
bool has_context(const AnsweredQuestion& a) { return has(a, key("context_s_per_tok2")); }
bool without_cache(const AnsweredQuestion& a) { return workload(a).cache_hit + workload(a).cache_write == 0; }
bool has_fee(const AnsweredQuestion& a) { return a.question.scenario.api.request_fee > RequestFee{}; }

bool asks_by_sessions(const AnsweredQuestion& a) { return has(a, key("sessions_per_month")); }
bool in_increments(const AnsweredQuestion& a) {
  return asks_by_sessions(a) && at(a.question.inputs, key("billing_increment_hours"))->number > 0;
}

bool has_tiers(const AnsweredQuestion& a) { return !a.question.scenario.api.tiers.empty(); }
bool has_free_tokens(const AnsweredQuestion& a) { return a.question.scenario.api.free > Tokens{}; }
bool is_averaged(const AnsweredQuestion& a) { return has_other_bill(a) && a.comparison.volume > Tokens{}; }

// The cost of tokens and requests, before the minimum.
double usage(const AnsweredQuestion& a) {
  Api api = a.question.scenario.api;
  api.minimum = {};
  return api_cost(api, workload(a), a.comparison.volume) / usd;
}

double list_price(const AnsweredQuestion& a) {
  return effective_price(a.question.scenario.api, workload(a)) / io::usd_per_mtok;
}
double billed_hours(const AnsweredQuestion& a) { return rented(a).billed / hour; }
double gpu_hour(const AnsweredQuestion& a) {
  const Replica& one = a.comparison.replica;
  const double hours = one.billed_gpus * (rented(a).billed / hour);
  return (one.gpu_hours + one.interruptions + one.fallback) / usd / hours;
}

double billed_gpus(const AnsweredQuestion& a) { return a.comparison.replica.billed_gpus; }

double full_load_figure(const AnsweredQuestion& a) {
  return full_load_rate(rented(a).throughput, workload(a)) / io::tok_per_s;
}
double effective_figure(const AnsweredQuestion& a) { return a.comparison.api.effective_price / io::usd_per_mtok; }
double blended(const AnsweredQuestion& a) {
  Api list = a.question.scenario.api;
  list.request_fee = {};
  list.discount = list.batch_share = Fraction(0);
  list.token_ratio = 1;
  return effective_price(list, workload(a)) / io::usd_per_mtok;
}

double monthly_tokens_of(const AnsweredQuestion& a) { return a.comparison.volume / token; }
double prefilled_share(const AnsweredQuestion& a) { return workload(a).input_share; }
bool one_at_a_time(const AnsweredQuestion& a) {
  return has_serverless(a) && workers(a).concurrency == Concurrency::one;
}
// Whether no worker is kept warm and a formula gives the ratio of cold starts.
bool has_one_starting(const AnsweredQuestion& a) {
  return has_serverless(a) && workers(a).warm_workers == 0 && served(a).use.cold_start_ratio.has_value();
}

double flexible_workers(const AnsweredQuestion& a) { return served(a).use.flexible_workers; }
bool one_starting_for_each(const AnsweredQuestion& a) { return has_one_starting(a) && one_at_a_time(a); }
// Whether one worker serves all requests and is billed while it is on.
bool is_one_worker(const AnsweredQuestion& a) {
  return has_one_starting(a) && flexible_workers(a) == billed_ratio(workers(a), served(a).use.time);
}
bool bills_all(const AnsweredQuestion& a) {
  return is_one_worker(a) && workers(a).bills_cold_start && workers(a).bills_idle;
}
bool bills_no_cold_start(const AnsweredQuestion& a) { return is_one_worker(a) && workers(a).bills_idle; }
bool bills_no_idle(const AnsweredQuestion& a) { return is_one_worker(a) && workers(a).bills_cold_start; }
double arrivals(const AnsweredQuestion& a) { return served(a).traffic.arrivals * (1.0 * second); }
double trigger_ratio(const AnsweredQuestion& a) { return served(a).use.cold_start_ratio.value_or(0); }

constexpr std::array symbol_table{
    Symbol{"g", "gpu_usd_per_hour", "usd/h"},
    Symbol{"\u03b4_g", "gpu_discount_ratio", ""},
    Symbol{"G_m", "gpus_per_machine", "GPUs"},
    Symbol{"G_r", "gpus_per_replica", "GPUs"},
    Symbol{"r_m", "replicas per machine", "", "\u230aG_m/G_r\u230b", "G_m G_r",
           [](const AnsweredQuestion& a) { return a.comparison.replica.replicas_per_machine; }},
    Symbol{"G", "billed GPUs of one replica", "GPUs", "G_m/r_m", "G_m r_m", billed_gpus, shares_machines},
    Symbol{"G", "billed GPUs of one replica", "GPUs", "G_m\u00b7\u2308G_r/G_m\u2309", "G_m G_r", billed_gpus,
           rents_machines},
    Symbol{"G", "gpus_per_replica", "GPUs"},
    Symbol{"n", "sessions_per_month", "/month"},
    Symbol{"t", "hours_per_session", "h"},
    Symbol{"t_0", "start_up_hours", "h"},
    Symbol{"b_h", "billing_increment_hours", "h"},
    Symbol{"H", "billed hours", "h/month", "n\u00b7b_h\u00b7\u2308(t + t_0)/b_h\u2309", "n b_h t t_0", billed_hours,
           in_increments},
    Symbol{"H", "billed hours", "h/month", "n\u00b7(t + t_0)", "n t t_0", billed_hours, asks_by_sessions},
    Symbol{"H", "billed_hours_per_month", "h/month"},
    Symbol{"H_s", "serving hours", "h/month", "n\u00b7t", "n t",
           [](const AnsweredQuestion& a) { return rented(a).serving / hour; }, asks_by_sessions},
    Symbol{"H_s", "serving_hours_per_month", "h/month"},
    Symbol{"a", "spot_availability_ratio", ""},
    Symbol{"\u03bb", "spot_interruptions_per_hour", "/h"},
    Symbol{"t_r", "spot_restart_hours", "h"},
    Symbol{"g_fb", "spot_fallback_usd_per_hour", "usd/h"},
    Symbol{"g_eff", "effective GPU price", "usd/h",
           "a\u00b7g\u00b7(1 \u2212 \u03b4_g)\u00b7(1 + \u03bb\u00b7t_r) + (1 \u2212 a)\u00b7g_fb",
           "a g \u03b4_g \u03bb t_r g_fb", gpu_hour, falls_back},
    Symbol{"g_eff", "effective GPU price", "usd/h", "a\u00b7g\u00b7(1 \u2212 \u03b4_g)\u00b7(1 + \u03bb\u00b7t_r)",
           "a g \u03b4_g \u03bb t_r", gpu_hour},
    Symbol{"V_f", "api_free_tok_per_month", "tok/month"},
    Symbol{"M", "api_minimum_usd_per_month", "usd/month"},
    Symbol{"m", "overhead_multiplier", ""},
    Symbol{"F", "fixed_usd_per_month", "usd/month"},
    Symbol{"f", "replica_usd_per_month", "usd/month"},
    Symbol{"e", "marginal_usd_per_mtok", "usd/Mtok"},
    Symbol{"d", "derate_ratio", ""},
    Symbol{"u_max", "max_utilization_ratio", ""},
    Symbol{"PAR", "peak_to_average_ratio", ""},
    Symbol{"N_min", "min_replicas", ""},
    Symbol{"k", "spare_replicas", ""},
    Symbol{"in", "input_tok", "tok/req"},
    Symbol{"out", "output_tok", "tok/req"},
    Symbol{"h_r", "cache_hit_ratio", ""},
    Symbol{"h_w", "cache_write_ratio", ""},
    Symbol{"R_in", "prefill_tok_per_s", "tok/s"},
    Symbol{"R_out", "decode_tok_per_s", "tok/s"},
    Symbol{"c", "context_s_per_tok2", "s/tok2"},
    Symbol{"r_out", "output_tok_per_s", "tok/s"},
    Symbol{"X", "requests_per_month", "req/month"},
    Symbol{"U", "utilization_ratio", ""},
    Symbol{"p_in", "api_input_usd_per_mtok", "usd/Mtok"},
    Symbol{"p_out", "api_output_usd_per_mtok", "usd/Mtok"},
    Symbol{"p_cr", "api_cache_read_usd_per_mtok", "usd/Mtok"},
    Symbol{"p_cw", "api_cache_write_usd_per_mtok", "usd/Mtok"},
    Symbol{"\u03c6", "api_usd_per_request", "usd/req"},
    Symbol{"\u03b4", "api_discount_ratio", ""},
    Symbol{"\u03b4_b", "batch_discount_ratio", ""},
    Symbol{"b", "batch_share_ratio", ""},
    Symbol{"\u03c4", "api_token_ratio", ""},
    Symbol{"\u03b1", "input share", "", "in/(in + out)", "in out", prefilled_share, shape_known},
    Symbol{"\u03b1", "input_share_ratio", ""},
    Symbol{"R", "tok_per_s", "tok/s", "", "", nullptr, total_rate_given},
    Symbol{"R", "total throughput", "tok/s", "r_out/(1 \u2212 \u03b1)", "r_out \u03b1", full_load_figure,
           output_rate_given},
    Symbol{"R", "total throughput", "tok/s",
           "(in + out)/(in\u00b7(1 \u2212 h_r)/R_in + out/R_out + c\u00b7out\u00b7(in + out/2))",
           "in out h_r R_in R_out c", full_load_figure, has_context},
    Symbol{"R", "total throughput", "tok/s", "1/(\u03b1\u00b7(1 \u2212 h_r)/R_in + (1 \u2212 \u03b1)/R_out)",
           "\u03b1 h_r R_in R_out", full_load_figure},
    Symbol{"K", "cost of one replica", "usd/month", "m\u00b7g_eff\u00b7G\u00b7H + f", "m g_eff G H f",
           [](const AnsweredQuestion& a) { return a.comparison.replica.cost / usd; }, is_spot},
    Symbol{"K", "cost of one replica", "usd/month", "m\u00b7g\u00b7(1 \u2212 \u03b4_g)\u00b7G\u00b7H + f",
           "m g \u03b4_g G H f", [](const AnsweredQuestion& a) { return a.comparison.replica.cost / usd; }},
    Symbol{"L", "full load of one replica", "tok/month", "R\u00b7d\u00b73600\u00b7H_s", "R d H_s",
           [](const AnsweredQuestion& a) { return a.comparison.replica.full_load / token; }},
    Symbol{"C", "usable capacity of one replica", "tok/month", "L\u00b7u_max/PAR", "L u_max PAR",
           [](const AnsweredQuestion& a) { return a.comparison.replica.capacity / token; }},
    Symbol{"V", "tok_per_month", "tok/month", "", "", nullptr, volume_given},
    Symbol{"V", "tokens", "tok/month", "X\u00b7(in + out)", "X in out", monthly_tokens_of, requests_given},
    Symbol{"V", "tokens", "tok/month", "U\u00b7N_min\u00b7L", "U N_min L", monthly_tokens_of},
    Symbol{"N", "self_host.replica_count", "", "max(N_min, \u2308V/C\u2309)", "N_min V C",
           [](const AnsweredQuestion& a) { return a.comparison.self_host.replica_count; }},
    Symbol{"N_m", "machines", "", "\u2308(N + k)/r_m\u2309", "N k r_m",
           [](const AnsweredQuestion& a) {
             return a.comparison.self_host.gpu_count / static_cast<double>(rented(a).gpus_per_machine);
           }},
    Symbol{"p_b", "api_usd_per_mtok", "usd/Mtok", "", "", nullptr, flat_price},
    Symbol{"p_b", "blended API price", "usd/Mtok", "\u03b1\u00b7p_in + (1 \u2212 \u03b1)\u00b7p_out",
           "\u03b1 p_in p_out", blended, without_cache},
    Symbol{"p_b", "blended API price", "usd/Mtok",
           "\u03b1\u00b7((1 \u2212 h_r \u2212 h_w)\u00b7p_in + h_r\u00b7p_cr + h_w\u00b7p_cw) + (1 \u2212 "
           "\u03b1)\u00b7p_out",
           "\u03b1 h_r h_w p_in p_cr p_cw p_out", blended},
    Symbol{"p_l", "effective list price", "usd/Mtok",
           "(1 \u2212 \u03b4)\u00b7(\u03c4\u00b7(1 \u2212 b\u00b7\u03b4_b)\u00b7p_b + 10\u2076\u00b7\u03c6/(in + out))",
           "p_b b \u03b4_b \u03b4 \u03c4 \u03c6 in out", list_price, has_fee},
    Symbol{"p_l", "effective list price", "usd/Mtok",
           "(1 \u2212 \u03b4)\u00b7\u03c4\u00b7(1 \u2212 b\u00b7\u03b4_b)\u00b7p_b", "p_b b \u03b4_b \u03b4 \u03c4",
           list_price},
    Symbol{"B", "bill of the tokens in their tiers", "usd/month",
           "the tokens of each tier at its price, as in api.breakdown", "p_l \u03c4 V V_f", usage, has_tiers},
    Symbol{
        "B", "bill of the tokens", "usd/month",
        "(1 \u2212 \u03b4)\u00b7((1 \u2212 b\u00b7\u03b4_b)\u00b7p_b\u00b7max(0, \u03c4\u00b7V \u2212 V_f)/10\u2076 + "
        "\u03c6\u00b7V/(in + out))",
        "p_b b \u03b4_b \u03b4 \u03c4 V V_f \u03c6 in out", usage,
        [](const AnsweredQuestion& a) { return has_free_tokens(a) && has_fee(a); }},
    Symbol{"B", "bill of the tokens", "usd/month",
           "(1 \u2212 \u03b4)\u00b7(1 \u2212 b\u00b7\u03b4_b)\u00b7p_b\u00b7max(0, \u03c4\u00b7V \u2212 V_f)/10\u2076",
           "p_b b \u03b4_b \u03b4 \u03c4 V V_f", usage, has_free_tokens},
    Symbol{"B", "bill of the tokens", "usd/month", "p_l\u00b7V/10\u2076", "p_l V", usage},
    Symbol{"p", "average API price", "usd/Mtok", "10\u2076\u00b7A/V", "A V", effective_figure, is_averaged},
    Symbol{"p", "effective API price", "usd/Mtok",
           "(1 \u2212 \u03b4)\u00b7(\u03c4\u00b7(1 \u2212 b\u00b7\u03b4_b)\u00b7p_b + 10\u2076\u00b7\u03c6/(in + out))",
           "p_b b \u03b4_b \u03b4 \u03c4 \u03c6 in out", effective_figure, has_fee},
    Symbol{"p", "effective API price", "usd/Mtok",
           "(1 \u2212 \u03b4)\u00b7\u03c4\u00b7(1 \u2212 b\u00b7\u03b4_b)\u00b7p_b", "p_b b \u03b4_b \u03b4 \u03c4",
           effective_figure},
    Symbol{"S", "self_host.usd_per_month", "usd/month",
           "F + N_m\u00b7r_m\u00b7(K \u2212 f) + (N + k)\u00b7f + e\u00b7V/10\u2076", "F N_m r_m K f N k e V",
           [](const AnsweredQuestion& a) { return *a.comparison.self_host.cost / usd; },
           [](const AnsweredQuestion& a) { return is_feasible(a) && shares_machines(a); }},
    Symbol{"S", "self_host.usd_per_month", "usd/month", "F + (N + k)\u00b7K + e\u00b7V/10\u2076", "F N k K e V",
           [](const AnsweredQuestion& a) { return *a.comparison.self_host.cost / usd; }, is_feasible},
    Symbol{"A", "api.usd_per_month", "usd/month", "max(M, B)", "M B",
           [](const AnsweredQuestion& a) { return a.comparison.api.cost / usd; }, has_minimum},
    Symbol{"A", "api.usd_per_month", "usd/month", "B", "B",
           [](const AnsweredQuestion& a) { return a.comparison.api.cost / usd; }, has_other_bill},
    Symbol{"A", "api.usd_per_month", "usd/month", "p\u00b7V/10\u2076", "p V",
           [](const AnsweredQuestion& a) { return a.comparison.api.cost / usd; }},
    Symbol{"H_m", "hours_per_month", "h/month"},
    Symbol{"\u03c3", "serverless_usd_per_s", "usd/s"},
    Symbol{"\u03c3_w", "warm_usd_per_s", "usd/s"},
    Symbol{"n_w", "warm_workers", ""},
    Symbol{"t_c", "cold_start_s", "s"},
    Symbol{"t_k", "keep_alive_s", "s"},
    Symbol{"t_s", "service_s", "s"},
    Symbol{"\u03bb_r", "arrival rate", "req/s", "V/(in + out)/(3600\u00b7H_m)", "V in out H_m", arrivals,
           has_serverless},
    Symbol{"t_w", "work of a request", "s", "(in + out)\u00b73600\u00b7H_s/C", "in out H_s C",
           [](const AnsweredQuestion& a) { return served(a).traffic.work / second; }, has_serverless},
    Symbol{"P_c", "serverless.cold_start_ratio", "",
           "(1 \u2212 \u03bb_r\u00b7t_s)/(e^(\u03bb_r\u00b7t_k) + \u03bb_r\u00b7t_c)", "\u03bb_r t_c t_s t_k",
           trigger_ratio, one_starting_for_each},
    Symbol{"P_c", "serverless.cold_start_ratio", "", "1/(e^(\u03bb_r\u00b7(t_s + t_k)) + \u03bb_r\u00b7t_c)",
           "\u03bb_r t_c t_s t_k", trigger_ratio, has_one_starting},
    Symbol{"W", "workers billed", "", "1 \u2212 P_c", "P_c", flexible_workers, bills_all},
    Symbol{"W", "workers billed", "", "1 \u2212 P_c\u00b7(1 + \u03bb_r\u00b7t_c)", "P_c \u03bb_r t_c", flexible_workers,
           bills_no_cold_start},
    Symbol{"W", "workers billed", "", "1 \u2212 P_c\u00b7e^(\u03bb_r\u00b7t_k)", "P_c \u03bb_r t_k", flexible_workers,
           bills_no_idle},
    Symbol{"W", "workers billed", "", "1 \u2212 P_c\u00b7(e^(\u03bb_r\u00b7t_k) + \u03bb_r\u00b7t_c)",
           "P_c \u03bb_r t_c t_k", flexible_workers, is_one_worker},
    Symbol{"W", "workers billed", "", "those that are not warm, of the load \u03bb_r\u00b7t_s", "\u03bb_r t_s n_w",
           flexible_workers, one_at_a_time},
    Symbol{"W", "workers billed", "", "max(0, \u03bb_r\u00b7t_w \u2212 n_w)", "\u03bb_r t_w n_w", flexible_workers,
           has_serverless},
    Symbol{"Q", "serverless.usd_per_month", "usd/month", "3600\u00b7H_m\u00b7(n_w\u00b7\u03c3_w + \u03c3\u00b7W)",
           "H_m n_w \u03c3_w \u03c3 W", [](const AnsweredQuestion& a) { return served(a).cost / usd; }, has_warm},
    Symbol{"Q", "serverless.usd_per_month", "usd/month", "3600\u00b7H_m\u00b7\u03c3\u00b7W", "H_m \u03c3 W",
           [](const AnsweredQuestion& a) { return served(a).cost / usd; }, has_serverless},
};

}  // namespace

std::span<const Symbol> symbols() { return symbol_table; }

}  // namespace breakeven::app
