// SPDX-License-Identifier: MIT
// `sensitivity`: elasticities of MODEL 2.1, what each input moves, and where it switches the verdict.
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"
#include "text/numbers.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using json = nlohmann::ordered_json;
using test::document;
using test::run_line;

const std::string question =
    "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --overhead 1.2 --derate 90% ";

json rows_of(const std::string& words) { return document("sensitivity " + words).at("rows"); }

json row_of(const json& rows, const std::string& key) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const json& row) { return row.at("key") == key; });
  INFO(key);
  REQUIRE(found != rows.end());
  return *found;
}

double number(const json& row, const std::string& key) { return row.at(key).get<double>(); }

double elasticity(const json& rows, const std::string& key) {
  return number(row_of(rows, key), "self_host_usd_per_mtok_elasticity");
}
double api_elasticity(const json& rows, const std::string& key) {
  return number(row_of(rows, key), "api_usd_per_mtok_elasticity");
}

using Numbers = std::map<std::string, double>;

std::string set(const Numbers& inputs) {
  std::string words;
  for (const auto& [key, value] : inputs) words += " --set " + key + "=" + text::plain(value);
  return words;
}

// What self-hosting saves, by compare.
double saving(const Numbers& inputs) {
  const json answer = document("compare" + set(inputs));
  return number(answer.at("api"), "usd_per_month") - number(answer.at("self_host"), "usd_per_month");
}

}  // namespace

TEST_CASE("at a held utilization the cost per Mtok has the elasticities of the model") {
  const json rows = rows_of(question + "--util 30%");
  CHECK_THAT(elasticity(rows, "gpu_usd_per_hour"), WithinAbs(1, 1e-6));
  CHECK_THAT(elasticity(rows, "overhead_multiplier"), WithinAbs(1, 1e-6));
  CHECK_THAT(elasticity(rows, "tok_per_s"), WithinAbs(-1, 1e-6));
  CHECK_THAT(elasticity(rows, "derate_ratio"), WithinAbs(-1, 1e-6));
  CHECK_THAT(elasticity(rows, "utilization_ratio"), WithinAbs(-1, 1e-6));
  CHECK_THAT(elasticity(rows, "api_usd_per_mtok"), WithinAbs(0, 1e-6));
  CHECK_THAT(api_elasticity(rows, "api_usd_per_mtok"), WithinAbs(1, 1e-6));
  CHECK_THAT(api_elasticity(rows, "gpu_usd_per_hour"), WithinAbs(0, 1e-6));
}

TEST_CASE("at a held staircase the throughput moves nothing, and the volume spreads the cost") {
  const json rows = rows_of(question + "--volume 1B/month");
  CHECK_THAT(elasticity(rows, "gpu_usd_per_hour"), WithinAbs(1, 1e-6));
  CHECK_THAT(elasticity(rows, "overhead_multiplier"), WithinAbs(1, 1e-6));
  CHECK_THAT(elasticity(rows, "tok_per_s"), WithinAbs(0, 1e-9));
  CHECK_THAT(elasticity(rows, "tok_per_month"), WithinAbs(-1, 1e-6));
}

TEST_CASE("with fixed costs the elasticity of a price is its share of the cost") {
  const json rows = rows_of(question + "--volume 1B/month --fixed 500usd/month --marginal 0.1usd/Mtok");
  constexpr double gpus = 1.2 * 2.5 * 730;
  constexpr double all = gpus + 500 + 100;
  CHECK_THAT(elasticity(rows, "gpu_usd_per_hour"), WithinAbs(gpus / all, 1e-6));
  CHECK_THAT(elasticity(rows, "fixed_usd_per_month"), WithinAbs(500 / all, 1e-6));
  CHECK_THAT(elasticity(rows, "marginal_usd_per_mtok"), WithinAbs(100 / all, 1e-6));
  CHECK_THAT(elasticity(rows, "tok_per_month"), WithinAbs(100 / all - 1, 1e-6));
}

TEST_CASE("whole numbers have no elasticity, and move by whole steps") {
  const json rows = rows_of(question + "--volume 1B/month --gpus 4 --spares 2 --swing 50%");
  const json gpus = row_of(rows, "gpus_per_replica");
  CHECK(gpus.at("self_host_usd_per_mtok_elasticity").is_null());
  CHECK(number(gpus, "low") == 2);
  CHECK(number(gpus, "high") == 6);
  constexpr double per_gpu = 1.2 * 2.5 * 730 * 3;
  CHECK_THAT(number(gpus, "swing_usd_per_month"), WithinRel(4 * per_gpu, 1e-12));
  const json spares = row_of(rows, "spare_replicas");
  CHECK(number(spares, "low") == 1);
  CHECK(number(spares, "high") == 3);
}

TEST_CASE("rows stand by what they move, and their savings are those of compare") {
  const Numbers inputs{{"gpu_usd_per_hour", 2.5},      {"tok_per_s", 2500},
                       {"api_usd_per_mtok", 0.6},      {"tok_per_month", 7e9},
                       {"fixed_usd_per_month", 300},   {"peak_to_average_ratio", 1.3},
                       {"max_utilization_ratio", 0.8}, {"overhead_multiplier", 1.1},
                       {"derate_ratio", 0.9},          {"spare_replicas", 2},
                       {"api_discount_ratio", 0.1},    {"cache_hit_ratio", 0.2},
                       {"api_token_ratio", 1.1},       {"billed_hours_per_month", 600}};
  for (const std::string swing : {"20%", "5%", "60%"}) {
    const json rows = rows_of(set(inputs) + " --swing " + swing);
    CHECK(rows.size() >= inputs.size() - 1);
    double before = INFINITY;
    for (const json& row : rows) {
      INFO(row.dump());
      const double at_low = number(row, "saving_usd_per_month_at_low");
      const double at_high = number(row, "saving_usd_per_month_at_high");
      CHECK(number(row, "swing_usd_per_month") == std::abs(at_high - at_low));
      CHECK(number(row, "swing_usd_per_month") <= before);
      before = number(row, "swing_usd_per_month");
      Numbers moved = inputs;
      for (const auto& [end, expected] : {std::pair("low", at_low), std::pair("high", at_high)}) {
        moved[row.at("key").get<std::string>()] = number(row, end);
        CHECK_THAT(saving(moved), WithinAbs(expected, 1e-9 * 1e4));
      }
    }
  }
}

TEST_CASE("a switching value put back is where the cheaper side changes") {
  const Numbers inputs{{"gpu_usd_per_hour", 2.5},
                       {"tok_per_s", 2500},
                       {"api_usd_per_mtok", 0.6},
                       {"tok_per_month", 2.5e9},
                       {"derate_ratio", 0.8}};
  const auto verdict = [](const Numbers& asked) { return document("compare" + set(asked)).at("verdict"); };
  int switching = 0;
  for (const json& row : rows_of(set(inputs))) {
    INFO(row.dump());
    if (row.at("switching_status") == "never") continue;
    ++switching;
    Numbers below = inputs;
    Numbers above = inputs;
    below[row.at("key").get<std::string>()] = number(row, "switching_value") * (1 - 1e-6);
    above[row.at("key").get<std::string>()] = number(row, "switching_value") * (1 + 1e-6);
    CHECK(verdict(below) != verdict(above));
  }
  CHECK(switching >= 3);
}

TEST_CASE("the switching value of a utilization is the break-even utilization") {
  const std::string words = question + "--util 30%";
  const json answer = document("compare " + words);
  const double tie = number(answer.at("break_even").at("utilization_ratio"), "value");
  CHECK_THAT(number(row_of(rows_of(words), "utilization_ratio"), "switching_value"), WithinRel(tie, 1e-9));
}

TEST_CASE("a range is moved over itself, and the rest by the swing") {
  const json rows =
      rows_of("--gpu-price 2..4usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month --swing 10%");
  const json price = row_of(rows, "gpu_usd_per_hour");
  CHECK(number(price, "value") == 3);
  CHECK(number(price, "low") == 2);
  CHECK(number(price, "high") == 4);
  CHECK_THAT(number(price, "swing_usd_per_month"), WithinRel(2 * 730, 1e-12));
  const json api = row_of(rows, "api_usd_per_mtok");
  CHECK_THAT(number(api, "low"), WithinRel(0.54, 1e-12));
  CHECK_THAT(number(api, "high"), WithinRel(0.66, 1e-12));
  CHECK(rows.front().at("key") == "gpu_usd_per_hour");
}

TEST_CASE("the numbers that a throughput record supplies are moved as numbers of that record") {
  const std::string looked_up = "--gpu h100-sxm --model llama-70b --volume 10B/month" + test::market;
  for (const std::string& words :
       {std::string("--gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume 1B/month"),
        looked_up + " --api east/llama-70b --shape 1000:1000", looked_up + " --api west/llama-70b"}) {
    const json answer = document("sensitivity " + words);
    const double saving = number(answer, "saving_usd_per_month");
    bool has_rate = false;
    for (const json& row : answer.at("rows")) {
      INFO(row.dump());
      has_rate = has_rate || row.at("key").get<std::string>().ends_with("tok_per_s");
      if (row.at("key") == "tok_per_month") continue;  // the staircase has its summits inside
      const double low = number(row, "saving_usd_per_month_at_low");
      const double high = number(row, "saving_usd_per_month_at_high");
      CHECK(std::min(low, high) <= saving + 1e-9);
      CHECK(std::max(low, high) >= saving - 1e-9);
    }
    CHECK(has_rate);
  }
}

TEST_CASE("an input moves as far as the others leave it room") {
  const json hours =
      row_of(rows_of(question + "--volume 1B/month --set billed_hours_per_month=700"), "billed_hours_per_month");
  CHECK_THAT(number(hours, "high"), WithinRel(730, 1e-9));
  CHECK(hours.at("swing_status") == "priced");
  const json load = row_of(rows_of(question + "--util 65% --max-util 70%"), "utilization_ratio");
  CHECK_THAT(number(load, "high"), WithinRel(0.7, 1e-9));
  CHECK_THAT(number(load, "low"), WithinRel(0.52, 1e-12));
  const json most =
      row_of(rows_of(question + "--volume 8B/month --min-replicas 3 --max-replicas 4 --swing 60%"), "max_replicas");
  CHECK(number(most, "low") == 3);
}

TEST_CASE("an infeasible question has no sensitivities") {
  const test::Outcome outcome = run_line("breakeven sensitivity " + question + "--volume 99B/month --max-replicas 1");
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err.starts_with("error[BE-M009]: "));
}

}  // namespace breakeven
