// SPDX-License-Identifier: MIT
// What explain shows: its figure is that of compare, and its steps, worked out again by the formulas below, lead to it.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "analysis/metrics.hpp"
#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"
#include "text.hpp"

namespace breakeven {
namespace {

using nlohmann::ordered_json;
using test::document;
using Values = std::map<std::string, double>;

const std::string three_paths =
    "--gpu-price 2.5usd/h --throughput 90000tok/s --shape 1500:300 --requests 1000/day --api-price 25usd/Mtok "
    "--serverless-price 0.001097usd/s --service-time 8s";
const std::vector<std::string> questions{
    "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month",
    "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok --volume 20B/month --fixed 6100usd/mo --spares "
    "1",
    "--gpu-price 2usd/h --gpu-discount 10% --gpus 2 --output-throughput 900tok/s --input-share 60% --overhead 1.3 "
    "--replica-fixed 50usd/mo --marginal 0.05usd/Mtok --derate 90% --max-util 80% --peak 1.2 --min-replicas 2 --month "
    "720h "
    "--billed-hours 600h --serving-hours 550h --api-in 1usd/Mtok --api-out 4usd/Mtok --api-cache-read 0.1usd/Mtok "
    "--api-cache-write 1.25usd/Mtok --cache-hit 40% --cache-write 10% --batch-discount 50% --batch-share 30% "
    "--api-discount 5% --api-token-ratio 1.2 --util 20%",
    "--gpu-price 2usd/h --prefill 20000tok/s --decode 3000tok/s --context-cost 1e-7 --cache-hit 25% --shape 3000:500 "
    "--requests 2M/month --api-in 0.5usd/Mtok --api-out 1.5usd/Mtok --api-cache-read 0.05usd/Mtok "
    "--api-request-fee 0.0002usd/req --api-discount 10%",
    "--gpu-price 2usd/h --prefill 20000tok/s --decode 3000tok/s --input-share 80% --volume 9B/month --api-price "
    "0.4usd/Mtok "
    "--batch-discount 50% --batch-share 20%",
    "--gpu-price 2usd/h --throughput 3000tok/s --shape 900:100 --requests 5M/month --api-price 0.4usd/Mtok "
    "--api-request-fee 0.0001usd/req",
    "--gpu-price 1usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --api-minimum 500usd/month --api-free "
    "100M/month "
    "--volume 1B/month",
    "--gpu-price 1usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --api-minimum 700usd/month --volume 1B/month",
    "--gpu-price 1usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --api-free 50M/month --shape 900:100 "
    "--api-request-fee 0.0001usd/req --volume 2B/month",
    "--gpu-price 1.2usd/h --interruptions 0.2/h --restart 15min --spot-availability 90% --spot-fallback 2.5usd/h "
    "--throughput 2500tok/s --api-price 0.6usd/Mtok --volume 2B/month",
    "--gpu-price 1.2usd/h --interruptions 0.2/h --restart 15min --gpu-discount 10% --throughput 2500tok/s --api-price "
    "0.6usd/Mtok --volume 2B/month",
    "--gpu-price 2.5usd/h --sessions 3/day*20min --start-up 2min --billing-increment 15min --throughput 2500tok/s "
    "--api-price 0.6usd/Mtok --volume 100M/month",
    "--gpu-price 2.5usd/h --sessions 3/day*20min --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 100M/month",
    "--gpu-price 2.5usd/h --machine 8 --gpus 3 --throughput 2500tok/s --api-price 1.2usd/Mtok --volume 20B/month "
    "--replica-fixed 50usd/mo --spares 1 --fixed 6100usd/mo --overhead 1.2",
    "--gpu-price 2.5usd/h --machine 8 --gpus 10 --throughput 25000tok/s --api-price 1.2usd/Mtok --volume 20B/month",
    "--gpu-price 1.2usd/h --interruptions 0.2/h --restart 15min --spot-availability 90% --spot-fallback 2.5usd/h "
    "--machine 4 --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 2B/month",
    three_paths + " --cold-start 40s",
    three_paths + " --cold-start 40s --serverless-concurrency one --keep-alive 30s",
    three_paths + " --cold-start 40s --warm-workers 1 --warm-price 0.0008usd/s",
    "--gpu h100-sxm --model llama-70b --api east/llama-70b --requests 3M/month --shape 1000:1000" + test::market,
    "--gpu a100-80gb --model llama-70b --api west/llama-70b --requests 3M/month --shape 1000:1000" + test::market,
};

double at_path(const ordered_json& document, const std::string& path) {
  std::string pointer = "/" + path;
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  const ordered_json& found = document.at(ordered_json::json_pointer(pointer));
  return (found.is_object() ? found.at("value") : found).get<double>();
}

// The formulas of the model, written a second time; prices are in usd/Mtok.
double first_break_even(const Values& v) {
  if (v.contains("r_m")) {
    const double price = (v.at("p_l") - v.at("e")) / 1e6;
    for (double replicas = v.at("N_min");; ++replicas) {
      const double used = replicas + v.at("k");
      const double cost =
          v.at("F") + used * v.at("f") + std::ceil(used / v.at("r_m")) * v.at("r_m") * (v.at("K") - v.at("f"));
      if (cost <= price * replicas * v.at("C")) return cost / price;
    }
  }
  if (v.contains("p_l")) {  // of the bills asked below, one replica is enough for the first
    const double price = (v.at("p_l") - v.at("e")) / 1e6;
    const double fee = v.contains("φ") ? v.at("φ") / (v.at("in") + v.at("out")) : 0;
    const double free = v.contains("V_f") ? v.at("V_f") * (v.at("p_l") / 1e6 - fee) : 0;
    return (v.at("F") + (1 + v.at("k")) * v.at("K") + free) / price;
  }
  const double gain = (v.at("p") - v.at("e")) * v.at("C") / 1e6 - v.at("K");
  const double replicas = std::max(v.at("N_min"), std::ceil((v.at("F") + v.at("k") * v.at("K")) / gain));
  return 1e6 * (v.at("F") + (replicas + v.at("k")) * v.at("K")) / (v.at("p") - v.at("e"));
}

double full_load_rate(const Values& v) {
  if (v.contains("r_out")) return v.at("r_out") / (1 - v.at("α"));
  const double missed = 1 - v.at("h_r");
  if (!v.contains("in")) return 1 / (v.at("α") * missed / v.at("R_in") + (1 - v.at("α")) / v.at("R_out"));
  const double context = v.contains("c") ? v.at("c") * v.at("out") * (v.at("in") + v.at("out") / 2) : 0;
  return (v.at("in") + v.at("out")) / (v.at("in") * missed / v.at("R_in") + v.at("out") / v.at("R_out") + context);
}

double blended_price(const Values& v) {
  const auto known = [&](const char* symbol) { return v.contains(symbol) ? v.at(symbol) : 0; };
  const double hit = known("h_r");
  const double write = known("h_w");
  const double input = (1 - hit - write) * v.at("p_in") + hit * known("p_cr") + write * known("p_cw");
  return v.at("α") * input + (1 - v.at("α")) * v.at("p_out");
}

double effective_price(const Values& v) {
  const double tokens = v.at("τ") * v.at("p_b") * (1 - v.at("b") * v.at("δ_b"));
  const double fee = v.contains("φ") ? 1e6 * v.at("φ") / (v.at("in") + v.at("out")) : 0;
  return (1 - v.at("δ")) * (tokens + fee);
}

double effective_gpu_price(const Values& v) {
  const double fallback = v.contains("g_fb") ? (1 - v.at("a")) * v.at("g_fb") : 0;
  return v.at("a") * v.at("g") * (1 - v.at("δ_g")) * (1 + v.at("λ") * v.at("t_r")) + fallback;
}

double bill_of_tokens(const Values& v) {
  if (!v.contains("V_f")) return v.at("p_l") * v.at("V") / 1e6;
  const double paid = std::max(0.0, v.at("τ") * v.at("V") - v.at("V_f"));
  const double fee = v.contains("φ") ? v.at("φ") * v.at("V") / (v.at("in") + v.at("out")) : 0;
  return (1 - v.at("δ")) * ((1 - v.at("b") * v.at("δ_b")) * v.at("p_b") * paid / 1e6 + fee);
}

double cold_start_ratio(const Values& v, double rate) {
  const bool one = v.contains("one");
  const double last = one ? v.at("t_k") : v.at("t_s") + v.at("t_k");
  return (one ? 1 - rate * v.at("t_s") : 1) / (std::exp(rate * last) + rate * v.at("t_c"));
}

// The least rate at which `is_reached` holds, in requests per month.
template <class Condition>
double least_rate(const Values& v, Condition is_reached) {
  double low = 0;
  double high = 0.125;
  for (int i = 0; i < 200; ++i) (is_reached((low + high) / 2) ? high : low) = (low + high) / 2;
  return high * 3600 * v.at("H_m");
}

using Formula = double (*)(const Values&);

const std::map<std::string, Formula> formulas{
    {"α", [](const Values& v) { return v.at("in") / (v.at("in") + v.at("out")); }},
    {"R", full_load_rate},
    {"H",
     [](const Values& v) {
       const double used = v.at("t") + v.at("t_0");
       const double increment = v.contains("b_h") ? v.at("b_h") : 0;
       return v.at("n") * (increment > 0 ? increment * std::ceil(used / increment * (1 - 1e-12)) : used);
     }},
    {"H_s", [](const Values& v) { return v.at("n") * v.at("t"); }},
    {"g_eff", effective_gpu_price},
    {"K",
     [](const Values& v) {
       const double price = v.contains("g_eff") ? v.at("g_eff") : v.at("g") * (1 - v.at("δ_g"));
       return v.at("m") * price * v.at("G") * v.at("H") + v.at("f");
     }},
    {"L", [](const Values& v) { return v.at("R") * v.at("d") * 3600 * v.at("H_s"); }},
    {"C", [](const Values& v) { return v.at("L") * v.at("u_max") / v.at("PAR"); }},
    {"V",
     [](const Values& v) {
       return v.contains("X") ? v.at("X") * (v.at("in") + v.at("out")) : v.at("U") * v.at("N_min") * v.at("L");
     }},
    {"N", [](const Values& v) { return std::max(v.at("N_min"), std::ceil(v.at("V") / v.at("C") * (1 - 1e-12))); }},
    {"p_b", blended_price},
    {"p", [](const Values& v) { return v.contains("A") ? 1e6 * v.at("A") / v.at("V") : effective_price(v); }},
    {"p_l", effective_price},
    {"B", bill_of_tokens},
    {"r_m", [](const Values& v) { return std::floor(v.at("G_m") / v.at("G_r")); }},
    {"G",
     [](const Values& v) {
       return v.contains("r_m") ? v.at("G_m") / v.at("r_m") : v.at("G_m") * std::ceil(v.at("G_r") / v.at("G_m"));
     }},
    {"N_m", [](const Values& v) { return std::ceil((v.at("N") + v.at("k")) / v.at("r_m")); }},
    {"S",
     [](const Values& v) {
       const double used = v.at("N") + v.at("k");
       const double gpus = v.contains("N_m") ? v.at("N_m") * v.at("r_m") * (v.at("K") - v.at("f")) + used * v.at("f")
                                             : used * v.at("K");
       return v.at("F") + gpus + v.at("e") * v.at("V") / 1e6;
     }},
    {"A",
     [](const Values& v) {
       if (!v.contains("B")) return v.at("p") * v.at("V") / 1e6;
       return v.contains("M") ? std::max(v.at("M"), v.at("B")) : v.at("B");
     }},
    {"self_host.usd_per_month", [](const Values& v) { return formulas.at("S")(v); }},
    {"self_host.usd_per_mtok", [](const Values& v) { return 1e6 * v.at("S") / v.at("V"); }},
    {"self_host.usd_per_mtok_at_full_load", [](const Values& v) { return 1e6 * v.at("K") / v.at("L") + v.at("e"); }},
    {"self_host.usd_per_request", [](const Values& v) { return v.at("S") * (v.at("in") + v.at("out")) / v.at("V"); }},
    {"self_host.replica_count", [](const Values& v) { return formulas.at("N")(v); }},
    {"self_host.capacity_tok_per_month", [](const Values& v) { return v.at("N") * v.at("L"); }},
    {"self_host.utilization_ratio", [](const Values& v) { return v.at("V") / (v.at("N") * v.at("L")); }},
    {"api.usd_per_month", [](const Values& v) { return formulas.at("A")(v); }},
    {"api.usd_per_mtok", [](const Values& v) { return v.at("p"); }},
    {"api.usd_per_request", [](const Values& v) { return v.at("p") * (v.at("in") + v.at("out")) / 1e6; }},
    {"saving_usd_per_month", [](const Values& v) { return v.at("A") - v.at("S"); }},
    {"λ_r", [](const Values& v) { return v.at("V") / (v.at("in") + v.at("out")) / (3600 * v.at("H_m")); }},
    {"t_w", [](const Values& v) { return (v.at("in") + v.at("out")) * 3600 * v.at("H_s") / v.at("C"); }},
    {"P_c", [](const Values& v) { return cold_start_ratio(v, v.at("λ_r")); }},
    {"W",
     [](const Values& v) {
       return v.contains("t_w") ? std::max(0.0, v.at("λ_r") * v.at("t_w") - v.at("n_w")) : 1 - v.at("P_c");
     }},
    {"Q",
     [](const Values& v) {
       const double warm = v.contains("n_w") && v.contains("σ_w") ? v.at("n_w") * v.at("σ_w") : 0;
       return 3600 * v.at("H_m") * (warm + v.at("σ") * v.at("W"));
     }},
    {"serverless.usd_per_month", [](const Values& v) { return formulas.at("Q")(v); }},
    {"serverless.usd_per_mtok", [](const Values& v) { return 1e6 * v.at("Q") / v.at("V"); }},
    {"serverless.usd_per_request", [](const Values& v) { return v.at("Q") * (v.at("in") + v.at("out")) / v.at("V"); }},
    {"serverless.usd_per_lone_request",
     [](const Values& v) { return v.at("σ") * (v.at("t_s") + v.at("t_c") + v.at("t_k")); }},
    {"serverless.worker_count", [](const Values& v) { return v.at("n_w") + v.at("W"); }},
    {"serverless.on_ratio", [](const Values& v) { return 1 - v.at("P_c"); }},
    {"serverless.cold_start_ratio", [](const Values& v) { return v.at("P_c"); }},
    {"serverless.waiting_ratio", [](const Values& v) { return v.at("P_c") * (1 + v.at("λ_r") * v.at("t_c")); }},
    {"serverless.break_even.api_requests_per_month",
     [](const Values& v) {
       const double price = v.at("p") * (v.at("in") + v.at("out")) / 1e6;
       return least_rate(v, [&](double x) { return v.at("σ") * (1 - cold_start_ratio(v, x)) < x * price; });
     }},
    {"serverless.break_even.self_host_requests_per_month",
     [](const Values& v) {
       const double step = v.at("F") + (v.at("N_min") + v.at("k")) * v.at("K");
       const double month = 3600 * v.at("H_m");
       return least_rate(v, [&](double x) { return month * v.at("σ") * (1 - cold_start_ratio(v, x)) > step; });
     }},
    {"break_even.utilization_ratio",
     [](const Values& v) { return 1e6 * v.at("K") / (v.at("L") * (v.at("p") - v.at("e"))); }},
    {"break_even.tok_per_s",
     [](const Values& v) {
       const double seconds = 3600 * v.at("H_s") * v.at("d") * v.at("u_max") / v.at("PAR");
       return 1e6 * v.at("K") / ((v.at("p") - v.at("e")) * seconds);
     }},
    {"break_even.tok_per_month", first_break_even},
    {"break_even.gpu_usd_per_hour",
     [](const Values& v) {
       const double used = v.at("N") + v.at("k");
       const double worth = (v.at("p") - v.at("e")) * v.at("V") / 1e6 - v.at("F") - used * v.at("f");
       const double gpus = v.contains("N_m") ? v.at("N_m") * v.at("G_m") : used * v.at("G");
       const double price = worth / (v.at("m") * gpus * v.at("H"));
       if (!v.contains("a")) return price;
       const double fallback = v.contains("g_fb") ? (1 - v.at("a")) * v.at("g_fb") : 0;
       return (price - fallback) / (v.at("a") * (1 + v.at("λ") * v.at("t_r")));
     }},
    {"break_even.api_usd_per_mtok", [](const Values& v) { return 1e6 * v.at("S") / v.at("V"); }},
};

void check_steps(const ordered_json& explained, const ordered_json& compared) {
  Values known;
  const ordered_json& inputs = compared.at("inputs");
  const bool one =
      inputs.contains("serverless_concurrency") && inputs.at("serverless_concurrency").at("value") == "one";
  if (one) known["one"] = 1;
  const bool warm = inputs.contains("warm_workers") && inputs.at("warm_workers").at("value") > 0;
  for (const ordered_json& step : explained.at("steps")) {
    INFO(step.dump());
    const auto symbol = step.at("symbol").get<std::string>();
    const auto source = step.at("source").get<std::string>();
    const double value = step.at("value").get<double>();
    if (source.starts_with("= ")) {
      REQUIRE(formulas.contains(symbol));
      CHECK_THAT(value, Catch::Matchers::WithinRel(formulas.at(symbol)(known), 1e-9));
    } else {
      const ordered_json& input = compared.at("inputs").at(step.at("key").get<std::string>());
      CHECK(value == input.at("value").get<double>());
      CHECK(source == (input.at("origin").is_null() ? input.at("source") : input.at("origin")).get<std::string>());
    }
    CHECK(known.emplace(symbol, value).second);
  }
  const auto metric = explained.at("metric").get<std::string>();
  INFO(explained.at("formula").get<std::string>());
  REQUIRE(formulas.contains(metric));
  // What warm workers leave to the others has no formula of its own.
  if (warm && (metric.ends_with("_ratio") || metric.starts_with("serverless.break_even"))) return;
  CHECK_THAT(explained.at("value").get<double>(), Catch::Matchers::WithinRel(formulas.at(metric)(known), 1e-9));
}

}  // namespace

TEST_CASE("every figure is that of compare, and its steps lead to it") {
  for (const std::string& question : questions) {
    const ordered_json compared = document("compare " + question);
    for (const app::Metric& metric : app::metrics()) {
      const std::string path(metric.path);
      INFO(path << " " << question);
      const ordered_json explained = document("explain " + path + " " + question);
      CHECK(explained.at("metric") == path);
      CHECK(explained.at("inputs") == compared.at("inputs"));
      if (explained.at("value").is_null()) {
        CHECK(explained.at("status") != "at");
        CHECK_FALSE(explained.at("reason").is_null());
        continue;
      }
      CHECK(explained.at("value").get<double>() == at_path(compared, path));
      check_steps(explained, compared);
    }
  }
}

TEST_CASE("figures are explained where they have no value, too") {
  const std::string api_is_free = "--gpu-price 2usd/h --throughput 3000tok/s --api-price 0usd/Mtok --volume 1B/month";
  const auto status_of = [&](const std::string& figure, const std::string& question) {
    return document("explain " + figure + " " + question).at("status").get<std::string>();
  };
  const std::string dear = "--gpu-price 2usd/h --throughput 700tok/s --api-price 0.6usd/Mtok ";
  CHECK(status_of("self_host.usd_per_mtok", dear + "--volume 0/month") == "not_applicable");
  CHECK(status_of("self_host.usd_per_request", dear + "--volume 1B/month") == "not_applicable");
  CHECK(status_of("break_even.gpu_usd_per_hour", dear + "--volume 0/month") == "not_applicable");
  CHECK(status_of("self_host.usd_per_month", dear + "--volume 100B/month --max-replicas 2") == "infeasible");
  CHECK(status_of("break_even.utilization_ratio", dear + "--volume 1B/month") == "never");

  const ordered_json never = document("explain break_even.tok_per_month " + api_is_free);
  CHECK(never.at("value").is_null());
  CHECK(never.at("status") == "never");
  CHECK_FALSE(never.at("steps").empty());
}

TEST_CASE("every symbol of a formula is in the table") {
  std::set<std::string> symbols;
  for (const app::Symbol& symbol : app::symbols()) symbols.insert(std::string(symbol.symbol));
  const auto check_parts = [&](std::string_view parts) {
    for (const std::string& part : test::lines_of(std::string(parts), ' ')) {
      INFO(part);
      CHECK(symbols.contains(part));
    }
  };
  for (const app::Symbol& symbol : app::symbols()) {
    INFO(symbol.symbol);
    CHECK(symbol.formula.empty() == (symbol.value == nullptr));
    CHECK((symbol.value || app::find_key(symbol.key)));
    check_parts(symbol.parts);
  }
  for (const app::Metric& metric : app::metrics()) check_parts(metric.parts);
}

TEST_CASE("what cannot be explained is told what can") {
  const test::Outcome misspelt = test::run_words({"explain", "self_host.usd_per_mtk"});
  CHECK(misspelt.exit_code == 2);
  CHECK(misspelt.err.find("did you mean self_host.usd_per_mtok?") != std::string::npos);
  const test::Outcome asked = test::run_words({"explain"});
  for (const app::Metric& metric : app::metrics()) CHECK(asked.err.find(std::string(metric.path)) != std::string::npos);
  CHECK(test::run_words({"explain"}).exit_code == 2);
  CHECK(test::run_words({"explain", "BE-Q999"}).exit_code == 2);
}

}  // namespace breakeven
