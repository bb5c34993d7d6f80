// SPDX-License-Identifier: MIT
// solve through the command line: every number of the table of inputs, put back into compare.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "inputs/input_table.hpp"
#include "process.hpp"
#include "text/numbers.hpp"
#include "without_input.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using test::document;
using Json = nlohmann::ordered_json;

const std::string rented = " --gpu-price 2.5usd/h";
const std::string flat = " --api-price 1.2usd/Mtok";
const std::string priced = rented + " --throughput 700tok/s" + flat;
const std::string phases = rented + " --prefill 20000tok/s --decode 1000tok/s" + flat +
                           " --set input_tok=1500 --set output_tok=300 --requests 3M/month";
const std::string split =
    rented +
    " --throughput 700tok/s --api-in 1usd/Mtok --api-out 2usd/Mtok --api-cache-read 0.1usd/Mtok "
    "--api-cache-write 1.25usd/Mtok --set input_tok=1500 --set output_tok=500 --requests 2.5M/month";

const std::string spot = " --gpu-price 1usd/h --throughput 700tok/s --volume 4B/month" + flat;
const std::string third =
    rented + " --throughput 90000tok/s --api-price 25usd/Mtok --shape 1500:300 --requests 1000/day";
const std::string served = third + " --serverless-price 0.001097usd/s --service-time 8s";
const std::string some_hours = rented + " --throughput 5000tok/s --volume 1B/month" + flat;

std::string put_back(const std::string& question, const std::string& key, double value) {
  return "compare" + test::without_input(question, key) + " --set " + key + "=" + text::plain(value);
}

double cost(const Json& answer, const char* side) {
  const Json& amount = answer.at(side).at("usd_per_month");
  return amount.is_null() ? HUGE_VAL : amount.get<double>();
}

double cheaper_of_others(const Json& answer) { return std::min(cost(answer, "self_host"), cost(answer, "api")); }

// An input of the serverless path ties it with the cheaper of the other two.
void check_serverless_solution(const std::string& question, const std::string& key, const Json& solution) {
  const double value = solution.at("value").get<double>();
  INFO(key << " = " << text::plain(value));
  const bool to_serverless = solution.at("to") == "serverless";
  if (solution.at("kind") == "root") {
    const Json answer = document(put_back(question, key, value));
    CHECK_THAT(cost(answer, "serverless"), WithinRel(cheaper_of_others(answer), 1e-9));
    return;
  }
  const bool whole = app::row(*app::find_key(key)).domain.integer;
  const Json below = document(put_back(question, key, whole ? value - 1 : value * (1 - 1e-9)));
  const Json above = document(put_back(question, key, whole ? value : value * (1 + 1e-9)));
  CHECK((cost(below, "serverless") > cheaper_of_others(below)) == to_serverless);
  CHECK((cost(above, "serverless") > cheaper_of_others(above)) != to_serverless);
}

// A root ties; at a jump the numbers on both sides have different verdicts.
void check_solution(const std::string& question, const std::string& key, const Json& solution) {
  const double value = solution.at("value").get<double>();
  INFO(key << " = " << text::plain(value));
  if (solution.at("kind") == "root") {
    const Json answer = document(put_back(question, key, value));
    CHECK_THAT(cost(answer, "self_host"), WithinRel(cost(answer, "api"), 1e-9));
    CHECK(answer.at("verdict") == "tie");
    return;
  }
  const bool whole = app::row(*app::find_key(key)).domain.integer;
  const Json below = document(put_back(question, key, whole ? value - 1 : value * (1 - 1e-9)));
  const Json above = document(put_back(question, key, whole ? value : value * (1 + 1e-9)));
  const bool to_api = solution.at("to") == "api";
  CHECK((cost(below, "self_host") < cost(below, "api")) == to_api);
  CHECK((cost(above, "self_host") < cost(above, "api")) != to_api);
}

struct Solvable {
  const char* key;
  std::string question;
};

// A question for every number of the table in which its value decides.
const std::vector<Solvable>& solvables() {
  static const std::vector<Solvable> all{
      {"gpu_usd_per_hour", " --throughput 700tok/s --volume 4B/month" + flat},
      {"gpu_discount_ratio", priced + " --volume 4B/month"},
      {"gpus_per_replica", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"tok_per_s", rented + " --volume 4B/month" + flat},
      {"output_tok_per_s", rented + " --volume 4B/month" + flat},
      {"prefill_tok_per_s", phases},
      {"decode_tok_per_s", phases},
      {"context_s_per_tok2", phases},
      {"overhead_multiplier", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"fixed_usd_per_month", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"replica_usd_per_month", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"marginal_usd_per_mtok", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"spare_replicas", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"min_replicas", rented + " --throughput 2500tok/s --volume 6B/month" + flat},
      {"max_replicas", rented + " --throughput 700tok/s --volume 5B/month" + flat},
      {"max_utilization_ratio", priced + " --volume 5B/month"},
      {"peak_to_average_ratio", priced + " --volume 5B/month"},
      {"derate_ratio", priced + " --volume 5B/month"},
      {"hours_per_month", priced + " --volume 4B/month"},
      {"billed_hours_per_month", priced + " --volume 4B/month"},
      {"serving_hours_per_month", priced + " --volume 5B/month"},
      {"api_usd_per_mtok", rented + " --throughput 700tok/s --volume 4B/month"},
      {"api_input_usd_per_mtok", split},
      {"api_output_usd_per_mtok", split},
      {"api_cache_read_usd_per_mtok", split + " --cache-hit 50%"},
      {"api_cache_write_usd_per_mtok", split + " --cache-write 30% --api-discount 20%"},
      {"api_usd_per_request", split + " --api-discount 30%"},
      {"api_discount_ratio", split},
      {"batch_discount_ratio", split + " --batch-share 80%"},
      {"batch_share_ratio", split + " --batch-discount 50%"},
      {"api_token_ratio", priced + " --volume 4B/month"},
      {"tok_per_month", priced},
      {"requests_per_month", priced + " --shape 1500:300"},
      {"input_tok", split},
      {"output_tok", split},
      {"utilization_ratio", priced},
      {"input_share_ratio",
       rented + " --throughput 700tok/s --api-in 0.5usd/Mtok --api-out 3usd/Mtok --volume 5B/month"},
      {"cache_hit_ratio", split},
      {"cache_write_ratio", split + " --api-discount 15%"},
      {"spot_interruptions_per_hour", spot + " --restart 30min"},
      {"spot_restart_hours", spot + " --interruptions 0.5/h"},
      {"spot_availability_ratio", spot + " --spot-fallback 6usd/h"},
      {"spot_fallback_usd_per_hour", spot + " --spot-availability 50%"},
      {"sessions_per_month", some_hours + " --set hours_per_session=8"},
      {"hours_per_session", some_hours + " --set sessions_per_month=22"},
      {"start_up_hours", some_hours + " --set sessions_per_month=22 --set hours_per_session=8"},
      {"billing_increment_hours", some_hours + " --set sessions_per_month=22 --set hours_per_session=8"},
      {"api_free_tok_per_month", priced + " --volume 5B/month"},
      {"api_minimum_usd_per_month", priced + " --volume 4B/month"},
      {"serverless_usd_per_s", third + " --cold-start 40s --service-time 8s"},
      {"cold_start_s", served},
      {"keep_alive_s", served + " --cold-start 10s"},
      {"service_s", third + " --serverless-price 0.001097usd/s --cold-start 10s"},
      {"warm_workers", served + " --cold-start 10s --warm-price 0.0004usd/s"},
      {"warm_usd_per_s", served + " --cold-start 10s --warm-workers 1"},
  };
  return all;
}

}  // namespace

TEST_CASE("every number of the table is solved for, and ties when it is put back") {
  std::map<std::string, int> solved;
  for (const Solvable& solvable : solvables()) {
    INFO(solvable.key << " of" << solvable.question);
    const Json answer = document("solve" + solvable.question + " --for " + solvable.key);
    CHECK(answer.at("for") == solvable.key);
    CHECK_FALSE(answer.at("solutions").empty());
    const bool is_of_serverless = app::row(*app::find_key(solvable.key)).group == app::Group::serverless;
    const auto check = is_of_serverless ? check_serverless_solution : check_solution;
    for (const Json& solution : answer.at("solutions")) check(solvable.question, solvable.key, solution);
    ++solved[solvable.key];
  }
  for (const app::OptionRow& input : app::input_table) {
    INFO(input.key);
    // The penalty chooses a keep-alive, and costs nothing.
    const bool costs = input.assign && !input.jumps && input.key != "cold_start_penalty_usd_per_request";
    CHECK(solved[std::string(input.key)] == (costs ? 1 : 0));
  }
}

TEST_CASE("what is solved for ties where GPUs are rented by the machine, too") {
  const std::string machines = " --machine 8 --gpus 3 --throughput 2500tok/s --replica-fixed 900usd/month --spares 1";
  const std::string asked = machines + rented + " --volume 30B/month --api-price 1.8usd/Mtok";
  std::size_t count = 0;
  for (const char* key :
       {"gpu_usd_per_hour", "replica_usd_per_month", "fixed_usd_per_month", "peak_to_average_ratio", "api_usd_per_mtok",
        "tok_per_month", "spare_replicas", "derate_ratio", "hours_per_month", "tok_per_s", "overhead_multiplier"}) {
    const Json answer = document("solve" + asked + " --for " + key);
    for (const Json& solution : answer.at("solutions")) check_solution(asked, key, solution);
    count += answer.at("solutions").size();
  }
  CHECK(count >= 11);
}

TEST_CASE("a price tier that is passed quickly is not missed") {
  const Json answer = document(
      "solve --gpu-price 0usd/h --fixed 900usd/month --throughput 7000tok/s --volume 1B/month --api-price 1usd/Mtok "
      "--api-all-units-tiers 1B/month:50%,1.1B/month:0% --for api_token_ratio");
  const Json& solutions = answer.at("solutions");
  REQUIRE(solutions.size() == 3);
  const std::array<double, 3> values{0.9, 1, 1.1};
  const std::array<const char*, 3> sides{"self_host", "api", "self_host"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK_THAT(solutions[i].at("value").get<double>(), WithinRel(values.at(i), 1e-9));
    CHECK(solutions[i].at("kind") == (i == 0 ? "root" : "jump"));
    CHECK(solutions[i].at("to") == sides.at(i));
  }
}

TEST_CASE("the crossings of the staircase are those of compare") {
  const Json solved = document("solve" + priced + " --for tok_per_month");
  const Json answer = document("compare" + priced + " --volume 1B/month").at("break_even").at("tok_per_month");
  CHECK(solved.at("status") == "not_unique");
  CHECK(solved.at("current").is_null());
  REQUIRE(solved.at("solutions").size() == answer.at("crossings").size());
  for (std::size_t i = 0; i < answer.at("crossings").size(); ++i) {
    const Json& crossing = answer.at("crossings").at(i);
    const Json& solution = solved.at("solutions").at(i);
    CHECK(solution.at("value") == crossing.at("tok_per_month"));
    CHECK(solution.at("to") == crossing.at("to"));
    CHECK(solution.at("kind") == (crossing.at("to") == "api" ? "jump" : "root"));
  }
}

TEST_CASE("self-hosting ends where no more replicas can be had") {
  const Json solved = document("solve" + priced + " --max-replicas 3 --for tok_per_month").at("solutions");
  REQUIRE(solved.size() == 6);
  CHECK(solved.back().at("kind") == "jump");
  CHECK(solved.back().at("to") == "api");
  CHECK_THAT(solved.back().at("value").get<double>(), WithinRel(3 * 700 * 3600 * 730.0, 1e-12));
}

TEST_CASE("prices are those of the closed forms") {
  const std::string question = priced + " --volume 4B/month";
  const Json ties = document("compare" + question).at("break_even");
  for (const char* key : {"gpu_usd_per_hour", "api_usd_per_mtok"}) {
    const Json solved = document("solve" + question + " --for " + key);
    REQUIRE(solved.at("solutions").size() == 1);
    CHECK_THAT(solved.at("solutions").at(0).at("value").get<double>(),
               WithinRel(ties.at(key).at("value").get<double>(), 1e-12));
    CHECK(solved.at("current") == (key == std::string("gpu_usd_per_hour") ? 2.5 : 1.2));
  }
}

TEST_CASE("a figure comes to the value that --target asks for, or jumps past it") {
  const std::string question = rented + " --volume 4B/month --shape 1500:500" + flat;
  const std::vector<std::pair<std::string, double>> targets{{"self_host.usd_per_mtok", 0.5},
                                                            {"self_host.usd_per_month", 3650},
                                                            {"self_host.usd_per_request", 0.001},
                                                            {"self_host.usd_per_mtok_at_full_load", 0.5},
                                                            {"self_host.replica_count", 2},
                                                            {"self_host.capacity_tok_per_month", 5e9},
                                                            {"self_host.utilization_ratio", 0.5},
                                                            {"saving_usd_per_month", 2975},
                                                            {"saving_usd_per_month", 1000},
                                                            {"break_even.utilization_ratio", 0.5},
                                                            {"break_even.gpu_usd_per_hour", 2},
                                                            {"break_even.api_usd_per_mtok", 1},
                                                            {"break_even.tok_per_month", 1520833333.3}};
  for (const auto& [metric, value] : targets) {
    INFO(metric << " = " << value);
    const Json solved = document("solve" + question + " --for tok_per_s --target " + metric + "=" + text::plain(value));
    CHECK(solved.at("target").at("metric") == metric);
    if (metric != "break_even.tok_per_month") CHECK_FALSE(solved.at("solutions").empty());
    std::string path = "/" + metric;
    std::replace(path.begin(), path.end(), '.', '/');
    if (metric.starts_with("break_even")) path += "/value";
    const auto figure = [&](double rate) {
      const Json found = document(put_back(question, "tok_per_s", rate)).at(Json::json_pointer(path));
      return found.is_null() ? std::nan("") : found.get<double>();
    };
    for (const Json& solution : solved.at("solutions")) {
      CHECK(solution.at("to").is_null());
      const double rate = solution.at("value").get<double>();
      if (solution.at("kind") == "root")
        CHECK_THAT(figure(rate), WithinRel(value, 1e-9));
      else
        CHECK((figure(rate * (1 - 1e-9)) < value) != (figure(rate * (1 + 1e-9)) < value));
    }
  }
}

TEST_CASE("never and always have their reasons, and --exit-code an exit") {
  const std::string cheap = " --gpu-price 0usd/h --throughput 700tok/s" + flat + " --volume 1B/month";
  const auto check = [](const std::string& line, const char* status, const char* reason) {
    INFO(line);
    const Json solved = document("solve" + line);
    CHECK(solved.at("status") == status);
    CHECK(solved.at("solutions").empty());
    CHECK(solved.at("reason") == reason);
    CHECK(test::run_line("breakeven solve --exit-code" + line).exit_code == 1);
  };
  check(priced + " --volume 1B/month --for spare_replicas", "never",
        "the API costs less at every value of spare_replicas");
  check(cheap + " --for spare_replicas", "always", "self-hosting costs no more at every value of spare_replicas");
  check(cheap + " --for tok_per_month", "always", "self-hosting costs no more at every tok_per_month");
  check(priced + " --volume 4B/month --for tok_per_s --target self_host.usd_per_mtok=0.1", "never",
        "self_host.usd_per_mtok is 0.45625 usd/Mtok or more at every value of tok_per_s");
  check(priced + " --volume 4B/month --for tok_per_s --target api.usd_per_mtok=1.2", "always",
        "api.usd_per_mtok is 1.2 usd/Mtok at every value of tok_per_s");
  check(priced + " --volume 4B/month --for tok_per_s --target api.usd_per_request=1", "never",
        "api.usd_per_request has no value: this needs a volume, and the shape of a request where it is per request");
  CHECK(
      test::run_line("breakeven solve" + priced + " --volume 1B/month --for gpu_usd_per_hour --exit-code").exit_code ==
      0);
}

TEST_CASE("what is solved for displaces its group, and needs no value") {
  const Json solved = document("solve" + priced + " --volume 1B/month --for utilization_ratio");
  CHECK(solved.at("current").is_null());
  CHECK_FALSE(solved.at("inputs").contains("tok_per_month"));
  CHECK_FALSE(solved.at("inputs").contains("utilization_ratio"));
  CHECK_THAT(solved.at("solutions").at(0).at("value").get<double>(),
             WithinRel(1825 / (1.2e-6 * 700 * 3600 * 730), 1e-12));
  CHECK_THAT(std::stod(test::run_line("breakeven solve" + priced + " --volume 1B/month --for gpu_usd_per_hour -q").out),
             WithinRel(1200.0 / 730, 1e-12));
}

}  // namespace breakeven
