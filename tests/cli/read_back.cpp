// SPDX-License-Identifier: MIT
// The JSON of compare is a scenario: read back, it gives the same answer.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

using test::answered;
using test::document;
using test::market;
using Json = nlohmann::ordered_json;

// The answer without what says where a given value comes from.
std::string without_origins(const std::string& text) {
  Json document = Json::parse(text);
  for (auto& [key, input] : document.at("inputs").items()) {
    if (input.at("source") == "catalog" || input.at("source") == "default") continue;
    input.erase("source");
    input.erase("origin");
  }
  return document.dump(2);
}

void check_read_back(const std::string& options, const std::vector<std::string>& environment = {}) {
  INFO(options);
  const bool asks_catalog = options.find("--catalog") != std::string::npos;
  const std::string first = answered("compare -f json" + options, {}, environment);
  const std::string second = answered("compare -f json --scenario -" + (asks_catalog ? market : ""), first);
  CHECK(without_origins(first) == without_origins(second));
  const std::string third = answered("compare -f json --scenario -" + (asks_catalog ? market : ""), second);
  CHECK(without_origins(first) == without_origins(third));
}

const std::string looked_up =
    " --gpu h100-sxm --model llama-70b --api east/llama-70b --volume 10B/month --shape 1000:1000" + market;

}  // namespace

TEST_CASE("an answer that is read back answers the same") {
  const std::string prices = " --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok";
  check_read_back(prices + " --volume 1B/month");
  check_read_back(prices + " --volume 33M/day --month 720h");
  check_read_back(prices + " --util 30% --spares 1 --fixed 3kusd/mo --max-replicas 4");
  check_read_back(prices + " --volume 1B/month --schedule 8h/day*22d/month");
  check_read_back(prices + " --volume 1B/month --sessions 3/day*20min --start-up 2min --billing-increment 15min");
  check_read_back(prices + " --volume 1B/month --api-tiers 100M/month:0.5usd/Mtok,1B/month:20% --api-minimum 2kusd/mo");
  check_read_back(prices + " --volume 1B/month --api-all-units-tiers 10M/day:20% --api-free 1M/day");
  check_read_back(prices +
                  " --volume 1B/month --interruptions 1/day --restart 15min --spot-availability 90% "
                  "--spot-fallback 3usd/h");
  check_read_back(prices + " --volume 1B/month..2B/month --gpu-discount 5%..10%");
  check_read_back(prices + " --shape 1500:300 --requests 10k/day --api-request-fee 0.0001usd/req");
  check_read_back(prices + " --set tok_per_month=1e9 --set derate_ratio=90%");
  check_read_back(" --prefill 20000tok/s --decode 3000tok/s --gpu-price 60usd/day --api-price 600usd/Btok",
                  {"BREAKEVEN_TOK_PER_MONTH=1B/month", "BREAKEVEN_INPUT_SHARE_RATIO=80%"});
  check_read_back(looked_up);
  check_read_back(looked_up + " --api-in 0.3usd/Mtok --gpu-price 1.9usd/h");
  check_read_back(looked_up + " --throughput-record llama-70b/h100-sxm/vllm-fp8-4k");
  check_read_back(" --gpu a100-80gb --model llama-70b --api west/llama-70b --requests 1M/month --shape 3000:1000" +
                  market);
  check_read_back(" --gpu south/h100-sxm --model llama-70b --api west/llama-70b --volume 1B/month" + market);
}

TEST_CASE("an answer that is read back can be varied") {
  const std::string first = answered("compare -f json" + looked_up);
  const std::string varied = answered("compare -f json --scenario - --volume 20B/month" + market, first);
  std::string asked = looked_up;
  asked.replace(asked.find("10B"), 3, "20B");
  CHECK(without_origins(varied) == without_origins(answered("compare -f json" + asked)));
}

TEST_CASE("a price of the answer that the catalog has changed is looked up, with a warning") {
  Json first = document("compare" + looked_up);
  first["inputs"]["gpu_usd_per_hour"]["value"] = 1.5;
  const Json second = document("compare --scenario -" + market, first.dump());
  CHECK(second.at("inputs").at("gpu_usd_per_hour").at("value") == 2);
  REQUIRE(second.at("warnings").size() == 1);
  CHECK(second.at("warnings")[0].at("code") == "BE-W009");
  CHECK(second.at("warnings")[0].at("message") == "gpu_usd_per_hour was 1.5 in the scenario's answer, and is 2 now");
}

}  // namespace breakeven
