// SPDX-License-Identifier: MIT
// `compare --monte-carlo`: the closed form of MODEL 2.10, the same bytes for a seed, and what is refused.
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using json = nlohmann::ordered_json;
using test::number;
using test::Outcome;
using test::run_line;

const std::string golden =
    "--gpu-price 1.99..3.50usd/h --throughput 1500..2500tok/s --util 20%..70% --api-price 0.59..0.90usd/Mtok ";
const std::string point = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok ";

json uncertainty(const std::string& words) { return test::document("compare " + words).at("uncertainty"); }

void check_refused(const std::string& words, const std::string& code, const std::string& says) {
  const Outcome outcome = run_line("breakeven compare " + words);
  INFO(words << "\n" << outcome.err);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("error[" + code + "]: ") != std::string::npos);
  CHECK(outcome.err.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("lognormal ranges have the probability and the variance shares of the closed form") {
  constexpr double draws = 200'000;
  const json found = uncertainty(golden + "--monte-carlo 200000");
  CHECK(found.at("draw_count") == 200'000);
  CHECK(found.at("seed") == 1);
  CHECK(found.at("distribution") == "lognormal");
  const double probability = number(found, "/self_host_cheaper_probability");
  const double error = number(found, "/standard_error");
  CHECK_THAT(error, WithinRel(std::sqrt(probability * (1 - probability) / draws), 1e-12));
  CHECK_THAT(probability, WithinAbs(0.23955117, 4 * error));
  const double clamped = number(found, "/clamped_count") / draws;
  CHECK_THAT(clamped, WithinAbs(0.00491905, 4 * std::sqrt(0.00491905 / draws)));

  // The shares are of the unclamped utilization, which moves them by less than the tolerance.
  const json& shares = found.at("variance_share");
  CHECK(shares.size() == 4);
  CHECK_THAT(number(shares, "/utilization_ratio"), WithinAbs(0.6743, 0.004));
  CHECK_THAT(number(shares, "/gpu_usd_per_hour"), WithinAbs(0.1370, 0.004));
  CHECK_THAT(number(shares, "/tok_per_s"), WithinAbs(0.1121, 0.004));
  CHECK_THAT(number(shares, "/api_usd_per_mtok"), WithinAbs(0.0766, 0.004));
}

TEST_CASE("quantiles of the cost per Mtok are those of the closed form") {
  const json found = uncertainty(golden + "--monte-carlo 200000");
  // ln of the cost is normal: means of ln g, R, u and their variances, MODEL 2.10.
  const double z = 1.6448536269514722;
  const auto mean = [](double low, double high) { return std::log(low * high) / 2; };
  const auto deviation = [&](double low, double high) { return std::log(high / low) / (2 * z); };
  const double center = mean(1.99, 3.5) - mean(1500, 2500) - mean(0.2, 0.7) + std::log(1e6 / 3600);
  const double spread = std::hypot(deviation(1.99, 3.5), deviation(1500, 2500), deviation(0.2, 0.7));
  const json& quantiles = found.at("quantiles").at("self_host.usd_per_mtok");
  CHECK(quantiles.at("status") == "bounded");
  CHECK_THAT(std::log(number(quantiles, "/p50")), WithinAbs(center, 4 * spread * 1.2533 / std::sqrt(200'000)));
  CHECK_THAT(std::log(number(quantiles, "/p95")),
             WithinAbs(center + z * spread, 4 * spread * 2.11 / std::sqrt(200'000)));
  CHECK_THAT(std::log(number(quantiles, "/p25")),
             WithinAbs(center - 0.6744898 * spread, 4 * spread * 1.363 / std::sqrt(200'000)));
}

TEST_CASE("a seed prints the same bytes each time, and another seed others") {
  const std::string words = golden + "--monte-carlo 20000 -f json --seed ";
  const std::string once = test::answered("compare " + words + "7");
  CHECK(test::answered("compare " + words + "7") == once);
  CHECK(test::answered("compare " + words + "8") != once);
  CHECK(test::answered("compare " + golden + "--monte-carlo 20000 -f json") ==
        test::answered("compare " + words + "1"));
  CHECK(test::answered("compare " + words + "18446744073709551615") != once);
}

TEST_CASE("the digits of a seed are the same whatever the compiler") {
  const json found = uncertainty(golden + "--monte-carlo 20000");
  CHECK(found.at("clamped_count").dump() == "111");
  CHECK(found.at("self_host_cheaper_probability").dump() == "0.2398");
  CHECK(found.at("standard_error").dump() == "0.003019072374091088");
  CHECK(found.at("quantiles").at("saving_usd_per_month").at("p05").dump() == "-1495.9520458391244");
  CHECK(found.at("quantiles").at("self_host.usd_per_mtok").at("p50").dump() == "1.0117096134095134");
  CHECK(found.at("quantiles").at("break_even.tok_per_month").at("p95").dump() == "3777653965.0758467");
  CHECK(found.at("variance_share").at("utilization_ratio").dump() == "0.672277151853603");
}

TEST_CASE("every distribution has its own answer") {
  const auto median = [](const std::string& distribution) {
    const json found = uncertainty(
        "--gpu-price 1..9usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month "
        "--monte-carlo 100000 --distribution " +
        distribution);
    CHECK(found.at("distribution") == distribution);
    CHECK(number(found, "/variance_share/gpu_usd_per_hour") == 1);
    return number(found.at("quantiles").at("self_host.usd_per_mtok"), "/p50");
  };
  // At 1 Btok/month the cost per Mtok is 0.73 h times the price.
  CHECK_THAT(median("uniform"), WithinAbs(0.73 * 5, 0.05));
  CHECK_THAT(median("triangular"), WithinAbs(0.73 * 5, 0.05));
  CHECK_THAT(median("lognormal"), WithinAbs(0.73 * 3, 0.05));
  const auto low_tail = [](const std::string& distribution) {
    const json found = uncertainty(
        "--gpu-price 1..9usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month "
        "--monte-carlo 100000 --distribution " +
        distribution);
    return number(found.at("quantiles").at("self_host.usd_per_mtok"), "/p05");
  };
  CHECK_THAT(low_tail("uniform"), WithinAbs(0.73 * 1.4, 0.02));
  CHECK_THAT(low_tail("triangular"), WithinAbs(0.73 * (1 + 8 * std::sqrt(0.05 / 2)), 0.02));
  CHECK_THAT(low_tail("lognormal"), WithinAbs(0.73, 0.02));
}

TEST_CASE("whole numbers are drawn whole, and rare draws beyond the domain are set to its bound") {
  const json spares = uncertainty(point + "--volume 1B/month --spares 0..2 --distribution uniform --monte-carlo 20000");
  const json& saving = spares.at("quantiles").at("saving_usd_per_month");
  CHECK_THAT(number(saving, "/p05"), WithinAbs(600 - 3 * 1825, 1e-9));
  CHECK_THAT(number(saving, "/p50"), WithinAbs(600 - 2 * 1825, 1e-9));
  CHECK_THAT(number(saving, "/p95"), WithinAbs(600 - 1825, 1e-9));
  const json overhead = uncertainty(point + "--volume 1B/month --overhead 1..2 --monte-carlo 20000");
  CHECK_THAT(number(overhead, "/clamped_count") / 20'000, WithinAbs(0.05, 4 * std::sqrt(0.05 * 0.95 / 20'000)));
}

TEST_CASE("draws that leave each other no room are set to the bound") {
  for (const char* words : {"--util 20%..69% --max-util 70%..90% --distribution lognormal",
                            "--util 30%..60% --max-util 60%..90% --peak 1..1.1",
                            "--volume 1B/month --cache-hit 30%..60% --cache-write 10%..39%",
                            "--volume 9B/month --min-replicas 1..4 --max-replicas 4..6"}) {
    const json found = uncertainty(point + words + " --monte-carlo 20000");
    INFO(words << "\n" << found.dump(1));
    CHECK(number(found, "/clamped_count") > 0);
    CHECK(number(found, "/clamped_count") < 20'000);
  }
}

TEST_CASE("where all but everything is cached there is still something to serve") {
  const json found = uncertainty(
      "--gpu-price 2.5usd/h --prefill 8000tok/s --decode 900tok/s --api-price 0.6usd/Mtok --volume 1B/month "
      "--input-share 80%..100% "
      "--cache-hit 80%..100% --monte-carlo 20000");
  CHECK(number(found, "/clamped_count") > 0);
}

TEST_CASE("inputs that are looked up anew are drawn too") {
  const std::string looked_up = "--gpu h100-sxm --model llama-70b --api west/llama-70b" + test::market;
  for (const std::string& words :
       {point + "--volume 30M/day --month 700..740h", looked_up + " --volume 1B/month --shape 800..1200:900..1100",
        looked_up + " --volume 1..2B/day --month 700..740h"}) {
    const std::string once = test::answered("compare " + words + " --monte-carlo 300 --distribution uniform -f json");
    CHECK(test::answered("compare " + words + " --monte-carlo 300 --distribution uniform -f json") == once);
    const json found = json::parse(once).at("uncertainty");
    CHECK(found.at("draw_count") == 300);
    CHECK(found.at("quantiles").at("self_host.usd_per_mtok").at("status") == "bounded");
  }
}

TEST_CASE("draws without an answer are none, and quantiles say so") {
  const json found = uncertainty(
      "--gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 9B/month "
      "--max-replicas 1 --monte-carlo 1000");
  CHECK(found.at("self_host_cheaper_probability") == 0);
  CHECK(found.at("standard_error") == 0);
  const json& saving = found.at("quantiles").at("saving_usd_per_month");
  CHECK(saving.at("status") == "none");
  CHECK(saving.at("p50").is_null());
  CHECK(number(found, "/variance_share/gpu_usd_per_hour") == 0);
}

TEST_CASE("what cannot be drawn is refused") {
  const std::string ranged = "--gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month ";
  check_refused(point + "--volume 1B/month --monte-carlo 100", "BE-U014", "no input is a range");
  check_refused(point + "--volume 0..1B/month --monte-carlo 100", "BE-U014", "tok_per_month begins at 0");
  CHECK(uncertainty(point + "--volume 0..1B/month --monte-carlo 100 --distribution uniform").at("draw_count") == 100);
  for (const char* count : {"0", "-1", "1.5", "1e5", "10000001", "many", "99999999999999999999"})
    check_refused(ranged + "--monte-carlo=" + count, "BE-U010", "--monte-carlo");
  for (const char* seed : {"-1", "1.5", "0x10", "18446744073709551616"})
    check_refused(ranged + "--monte-carlo 100 --seed=" + seed, "BE-U010", "--seed");
  check_refused(ranged + "--monte-carlo 100 --distribution normal", "BE-U010", "--distribution");
  check_refused(ranged + "--seed 2", "BE-U011", "--seed has no effect");
  check_refused(ranged + "--range --distribution uniform", "BE-U011", "--distribution has no effect");
}

}  // namespace breakeven
