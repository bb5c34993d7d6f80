// SPDX-License-Identifier: MIT
// Which value counts where several are given, and what the catalog supplies; on tests/transcripts/prices.json.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

using test::market;
using Json = nlohmann::ordered_json;
using Environment = std::vector<std::string>;

const std::string typed = " --gpu-price 2usd/h --throughput 3000tok/s --api-price 0.6usd/Mtok --volume 1B/month";

std::string scenario(const Json& inputs) {
  return Json{{"schema", "breakeven.scenario"}, {"schema_version", "1.0"}, {"inputs", inputs}}.dump();
}

test::Outcome run(const std::string& options, const std::string& standard_input = {},
                  const Environment& environment = {}) {
  const std::string line = "compare" + options + (standard_input.empty() ? "" : " --scenario -") + " -f json";
  return test::run_words(test::words_of(line), standard_input, environment);
}

Json answer(const std::string& options, const std::string& standard_input = {}, const Environment& environment = {}) {
  const test::Outcome outcome = run(options, standard_input, environment);
  INFO(options << "\n" << outcome.err);
  REQUIRE(outcome.exit_code == 0);
  return Json::parse(outcome.out);
}

std::vector<std::string> codes(const Json& diagnostics) {
  std::vector<std::string> result;
  for (const Json& diagnostic : diagnostics) result.push_back(diagnostic.at("code").get<std::string>());
  return result;
}

void check_refused(const std::string& code, const std::string& options, const std::string& standard_input = {},
                   const Environment& environment = {}) {
  INFO(options << standard_input);
  const test::Outcome outcome = run(options, standard_input, environment);
  CHECK(outcome.exit_code == 2);
  const Json document = Json::parse(outcome.out);
  CHECK(document.at("schema") == "breakeven.error");
  CHECK(codes(document.at("diagnostics")) == std::vector{code});
}

struct Expected {
  const char* source;
  double value;
};

void check_input(const Json& answered, const char* key, Expected expected) {
  INFO(key);
  REQUIRE(answered.at("inputs").contains(key));
  CHECK(answered.at("inputs").at(key).at("source") == expected.source);
  CHECK(answered.at("inputs").at(key).at("value") == expected.value);
}

void check_absent(const Json& answered, const char* key) {
  INFO(key);
  CHECK_FALSE(answered.at("inputs").contains(key));
}

}  // namespace

TEST_CASE("option before environment before scenario before catalog before default") {
  const std::string from_file =
      scenario({{"gpu_usd_per_hour", 5}, {"spare_replicas", 2}, {"overhead_multiplier", 1.5}});
  const Environment environment{"BREAKEVEN_GPU_USD_PER_HOUR=4usd/h", "BREAKEVEN_SPARE_REPLICAS=3",
                                "BREAKEVEN_DERATE_RATIO="};
  const std::string rest = " --throughput 3000tok/s --api-price 0.6usd/Mtok --volume 1B/month";
  const Json all = answer(rest + " --gpu-price 3usd/h", from_file, environment);
  check_input(all, "gpu_usd_per_hour", {"option", 3});
  check_input(all, "spare_replicas", {"env", 3});
  check_input(all, "overhead_multiplier", {"scenario", 1.5});
  check_input(all, "derate_ratio", {"default", 1});
  check_input(answer(rest, from_file, environment), "gpu_usd_per_hour", {"env", 4});
  check_input(answer(rest, from_file), "gpu_usd_per_hour", {"scenario", 5});
  check_input(answer(rest + " --gpu north/h100-sxm" + market), "gpu_usd_per_hour", {"catalog", 2});
  check_input(answer(rest + " --set gpu_usd_per_hour=3", from_file), "gpu_usd_per_hour", {"option", 3});
}

TEST_CASE("a higher level displaces the whole group below") {
  const std::string from_file = scenario(
      {{"tok_per_month", 1e9}, {"api_input_usd_per_mtok", 1}, {"api_output_usd_per_mtok", 2}, {"tok_per_s", 3000}});
  const Json other =
      answer(" --gpu-price 2usd/h --util 50% --api-price 0.6usd/Mtok --output-throughput 700tok/s", from_file);
  check_input(other, "utilization_ratio", {"option", 0.5});
  check_input(other, "api_usd_per_mtok", {"option", 0.6});
  check_input(other, "output_tok_per_s", {"option", 700});
  for (const char* displaced : {"tok_per_month", "api_input_usd_per_mtok", "api_output_usd_per_mtok", "tok_per_s"})
    check_absent(other, displaced);
  const Json part = answer(" --gpu-price 2usd/h --api-in 0.5usd/Mtok", from_file);
  check_input(part, "api_input_usd_per_mtok", {"option", 0.5});
  check_input(part, "api_output_usd_per_mtok", {"scenario", 2});
  const Json mix = answer(typed + " --shape 900:100", scenario({{"input_share_ratio", 0.2}}));
  check_absent(mix, "input_share_ratio");
}

TEST_CASE("an id displaces the values below it that it supplies, and none of its own level") {
  const std::string from_file =
      scenario({{"gpu_usd_per_hour", 9}, {"tok_per_s", 1}, {"gpus_per_replica", 8}, {"api_usd_per_mtok", 9}});
  const std::string ids =
      " --gpu north/h100-sxm --model llama-70b --api east/llama-70b --volume 1B/month --shape 1000:1000" + market;
  const Json looked_up = answer(ids, from_file);
  check_input(looked_up, "gpu_usd_per_hour", {"catalog", 2});
  check_absent(looked_up, "tok_per_s");
  CHECK(looked_up.at("inputs").at("prefill_tok_per_s").at("source") == "catalog");
  check_input(looked_up, "gpus_per_replica", {"catalog", 2});
  check_input(looked_up, "api_input_usd_per_mtok", {"catalog", 0.4});
  check_absent(looked_up, "api_usd_per_mtok");

  const Json kept = answer(ids + " --gpu-price 3usd/h --throughput 500tok/s --api-in 0.1usd/Mtok");
  check_input(kept, "gpu_usd_per_hour", {"option", 3});
  check_input(kept, "tok_per_s", {"option", 500});
  check_input(kept, "api_input_usd_per_mtok", {"option", 0.1});
  check_input(kept, "api_output_usd_per_mtok", {"catalog", 1.2});
  check_absent(kept, "throughput_record");

  const Json above =
      answer(" --gpu-price 3usd/h --throughput 3000tok/s --api-price 1usd/Mtok --volume 1B/month" + market,
             scenario({{"gpu", "h100-sxm"}, {"model", "llama-70b"}, {"api", "east/llama-70b"}}));
  check_input(above, "gpu_usd_per_hour", {"option", 3});
  check_input(above, "tok_per_s", {"option", 3000});
  check_input(above, "api_usd_per_mtok", {"option", 1});
  check_absent(above, "api_input_usd_per_mtok");
}

TEST_CASE("two answers to one question on the same level are refused") {
  check_refused("BE-U004", typed + " --util 30%");
  check_refused("BE-U004", typed + " --api-in 1usd/Mtok");
  check_refused("BE-U004", typed + " --output-throughput 700tok/s");
  check_refused("BE-U004", typed, scenario({{"tok_per_month", 1}, {"utilization_ratio", 0.5}}));
  check_refused("BE-U004", typed, {}, {"BREAKEVEN_TOK_PER_MONTH=1/month", "BREAKEVEN_UTILIZATION_RATIO=5%"});
  check_refused("BE-U003", typed + " --set tok_per_month=1");
  check_refused("BE-U003", typed + " --billed-hours 100h --schedule 8h/day*22d/month");
  check_refused("BE-U003", typed + " --volume 2B/month");
}

TEST_CASE("a GPU stands for the cheapest of its providers' newest on-demand offers") {
  const Json answered =
      answer(" --gpu h100-sxm --model llama-70b --api east/llama-70b --volume 1B/month --shape 1000:1000" + market);
  CHECK(answered.at("inputs").at("gpu_usd_per_hour").at("origin") == "north/h100-sxm");
  CHECK(answered.at("inputs").at("gpu_usd_per_hour").at("cited") ==
        Json{{"source", "North price list"}, {"as_of", "2026-06-01"}});
  CHECK(answered.at("inputs").at("throughput_record").at("value") == "llama-70b/h100-sxm/vllm-fp8-1k");
}

TEST_CASE("a record's GPUs hold for its rates") {
  const std::string ids =
      " --gpu h100-sxm --model llama-70b --api west/llama-70b --volume 1B/month --shape 1000:1000" + market;
  check_refused("BE-M004", ids + " --gpus 4");
  check_input(answer(ids + " --gpus 2"), "gpus_per_replica", {"option", 2});
  check_input(answer(ids + " --gpus 4 --throughput 9000tok/s"), "gpus_per_replica", {"option", 4});
}

TEST_CASE("a context tier begins behind its edge") {
  const std::string ids =
      " --gpu-price 2usd/h --throughput 9000tok/s --api east/llama-70b --requests 10k/month" + market;
  const Json below = answer(ids + " --shape 20000:100");
  check_input(below, "api_input_usd_per_mtok", {"catalog", 0.4});
  CHECK_THAT(below.at("api").at("usd_per_month").get<double>(), Catch::Matchers::WithinRel(0.4 * 200 + 1.2, 1e-12));
  const Json above = answer(ids + " --shape 20001:100");
  check_input(above, "api_output_usd_per_mtok", {"catalog", 1.8});
  CHECK_THAT(above.at("api").at("usd_per_month").get<double>(), Catch::Matchers::WithinRel(0.8 * 200.01 + 1.8, 1e-12));
  check_refused("BE-M001", ids + " --shape 20001:100 --cache-hit 50%");
}

TEST_CASE("cache, batch, discounts and token ratio change the effective price") {
  const std::string ids =
      " --gpu-price 2usd/h --throughput 9000tok/s --api east/llama-70b --volume 1B/month --input-share 80%" + market;
  const auto price = [&](const std::string& options) {
    return answer(ids + options).at("api").at("usd_per_mtok").get<double>();
  };
  CHECK_THAT(price(""), Catch::Matchers::WithinRel(0.8 * 0.4 + 0.2 * 1.2, 1e-12));
  const double cached = 0.8 * (0.5 * 0.4 + 0.4 * 0.04 + 0.1 * 0.5) + 0.2 * 1.2;
  CHECK_THAT(price(" --cache-hit 40% --cache-write 10%"), Catch::Matchers::WithinRel(cached, 1e-12));
  CHECK_THAT(price(" --cache-hit 40% --cache-write 10% --batch-share 60%"),
             Catch::Matchers::WithinRel(cached * 0.7, 1e-12));
  CHECK_THAT(price(" --batch-share 60% --batch-discount 10%"), Catch::Matchers::WithinRel(0.56 * 0.94, 1e-12));
  CHECK_THAT(price(" --api-discount 25% --api-token-ratio 1.3"), Catch::Matchers::WithinRel(0.56 * 0.75 * 1.3, 1e-12));
}

TEST_CASE("a band is answered by its midpoint, and says so") {
  const Json both =
      answer(" --gpu south/h100-sxm --throughput 9000tok/s --api west/llama-70b --volume 1B/month..3B/month" + market);
  check_input(both, "gpu_usd_per_hour", {"catalog", 2.5});
  check_input(both, "api_usd_per_mtok", {"catalog", 0.7});
  check_input(both, "tok_per_month", {"option", 2e9});
  CHECK(codes(both.at("warnings")) == std::vector<std::string>(3, "BE-W006"));
}

TEST_CASE("an unknown mix is assumed, and says so where it matters") {
  const std::string split =
      " --gpu-price 2usd/h --throughput 3000tok/s --api-in 1usd/Mtok --api-out 2usd/Mtok --volume 1B/month";
  CHECK(codes(answer(split).at("warnings")) == std::vector<std::string>{"BE-W002"});
  check_input(answer(split), "input_share_ratio", {"default", 0.75});
  CHECK(answer(typed).at("warnings").empty());
  // A record's rate depends on the mix, and no record says what the mix is.
  const Json of_record = answer(" --gpu h100-sxm --model llama-70b --api west/llama-70b --volume 1B/month" + market);
  check_input(of_record, "input_share_ratio", {"default", 0.75});
  CHECK(codes(of_record.at("warnings")) == std::vector<std::string>{"BE-W006", "BE-W002"});
}

TEST_CASE("a question that lacks something, or does not hold together, is refused") {
  check_refused("BE-U005", " --gpu-price 2usd/h");
  check_refused("BE-P003", typed + " --gpu nort/h100-sxm" + market);
  check_refused("BE-M003", " --gpu h100-sxm --model llama-8b --api west/llama-70b --volume 1B/month" + market);
  check_refused("BE-M002", " --gpu-price 2usd/h --throughput 3000tok/s --api-price 1usd/Mtok --requests 1k/month");
  check_refused("BE-M001", " --gpu-price 2usd/h --throughput 3000tok/s --api far/llama-70b --volume 1B/month" + market);
  check_refused("BE-M005", typed + " --serving-hours 731h");
  check_refused("BE-M005", typed + " --cache-hit 60% --cache-write 50%");
  check_refused(
      "BE-M007",
      " --gpu-price 2usd/h --output-throughput 700tok/s --input-share 1 --api-price 1usd/Mtok --volume 1B/month");
}

}  // namespace breakeven
