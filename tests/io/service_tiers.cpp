// SPDX-License-Identifier: MIT
// --service-tier: which prices of an API offer count, and where it has none; on tests/data/service_tiers.json.
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "check_files.hpp"
#include "inputs/input_table.hpp"
#include "io/catalog/catalog.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using nlohmann::ordered_json;
using test::document;
using test::object;
using test::Outcome;

const std::string market = " --no-builtin --catalog tests/data/service_tiers.json";
const std::string hosted = " --gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month" + market;
const std::string small = hosted + " --api acme/small";
const std::string short_requests = " --shape 1500:500";

Outcome run(const std::string& line, const std::string& standard_input = {},
            const std::vector<std::string>& environment = {}) {
  return test::run_words(test::words_of(line), standard_input, environment);
}

double price_of(const std::string& options) {
  return document("compare" + options).at("api").at("usd_per_mtok").get<double>();
}

std::string refusal(const std::string& line) {
  const Outcome outcome = run(line);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  return outcome.err;
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string scenario(const ordered_json& inputs) {
  return object("schema", "breakeven.scenario", "schema_version", "1.0", "inputs", inputs).dump();
}

}  // namespace

TEST_CASE("the words of a service tier are standard service and the tiers of a catalog") {
  std::vector<std::string_view> words{"standard"};
  for (const std::string_view name : io::names(ServiceTier{})) words.push_back(name);
  const auto asked = app::row(app::key("service_tier")).words;
  CHECK(std::vector(asked.begin(), asked.end()) == words);
}

TEST_CASE("a service tier has its own prices, by its own lengths") {
  const std::string long_requests = " --shape 300000:100000";
  CHECK_THAT(price_of(small + short_requests), WithinRel(0.75 * 0.4 + 0.25 * 1.6, 1e-12));
  CHECK(price_of(small + short_requests) == price_of(small + short_requests + " --service-tier standard"));
  CHECK_THAT(price_of(small + short_requests + " --service-tier flex"), WithinRel(0.75 * 0.2 + 0.25 * 0.8, 1e-12));
  CHECK_THAT(price_of(small + short_requests + " --service-tier flex --cache-hit 40%"),
             WithinRel(0.75 * (0.6 * 0.2 + 0.4 * 0.05) + 0.25 * 0.8, 1e-12));
  CHECK_THAT(price_of(small + short_requests + " --service-tier priority"), WithinRel(0.75 * 0.7 + 0.25 * 2.8, 1e-12));
  CHECK_THAT(price_of(small + long_requests + " --service-tier flex"), WithinRel(0.75 * 0.5 + 0.25 * 1.3, 1e-12));
  CHECK_THAT(price_of(hosted + short_requests + " --api best/small --service-tier batch"),
             WithinRel(0.75 * 0.15 + 0.25 * 0.9, 1e-12));
  CHECK_THAT(price_of(small + short_requests + " --service-tier flex --api-in 1usd/Mtok"),
             WithinRel(0.75 * 1 + 0.25 * 0.8, 1e-12));
}

TEST_CASE("a batch discount is off the standard prices alone") {
  const std::string batched = small + short_requests + " --batch-share 100%";
  CHECK_THAT(price_of(batched), WithinRel(0.35, 1e-12));
  CHECK_THAT(price_of(batched + " --service-tier standard"), WithinRel(0.35, 1e-12));
  const ordered_json flex = document("compare" + batched + " --service-tier flex");
  CHECK_THAT(flex.at("api").at("usd_per_mtok").get<double>(), WithinRel(0.35, 1e-12));
  CHECK(flex.at("inputs").at("batch_discount_ratio").at("source") == "default");
  CHECK(flex.at("warnings").at(0).at("code") == "BE-W011");
}

TEST_CASE("the answer says which service tier it is of") {
  const ordered_json answer = document("compare" + small + short_requests + " --service-tier flex");
  CHECK(answer.at("inputs").at("service_tier").at("value") == "flex");
  CHECK(answer.at("inputs").at("api_input_usd_per_mtok").at("origin") == "acme/small");
  const std::string table = run("compare" + small + short_requests + " --service-tier flex").out;
  CHECK(says(table, "API (flex)"));
  CHECK(says(table, "acme/small (flex; 2026-06-15)"));
  CHECK_FALSE(says(run("compare" + small + short_requests).out, "standard"));
}

TEST_CASE("what the catalog does not have of a service tier is refused, never guessed") {
  const std::string asked = "compare" + small + short_requests;
  const std::string batch = refusal(asked + " --service-tier batch");
  CHECK(says(batch, "error[BE-M011]: the API offer 'acme/small' has no batch prices"));
  CHECK(says(batch, "it has standard and flex and priority prices, and a batch discount of 50.0%"));
  CHECK(says(batch, "--batch-share 100%"));
  const std::string flat = refusal("compare" + hosted + " --api core/small --service-tier flex");
  CHECK(says(flat, "'core/small' has no flex prices"));
  CHECK_FALSE(says(flat, "--batch-share"));
  const std::string longer = refusal("compare" + small + " --shape 200001:100 --service-tier priority");
  CHECK(
      says(longer, "error[BE-M001]: the API offer 'acme/small' has no priority prices of requests over 200000 input"));
  const std::string given = " --shape 300000:100000 --set service_tier=priority --api-in 2usd/Mtok --api-out 6usd/Mtok";
  CHECK(says(refusal("compare" + small + given), "error[BE-U011]"));
  CHECK(says(refusal(asked + " --service-tier priority --cache-hit 50%"), "has no cache-read price"));
  const Outcome unknown_shape = run("compare" + small + " --service-tier priority");
  CHECK(unknown_shape.exit_code == 0);
  CHECK(says(unknown_shape.err, "BE-W003]: the API offer 'acme/small' has no price of requests over 200000"));
}

TEST_CASE("a service tier without a catalog's prices has no effect, and is refused or displaced") {
  const std::string typed = " --gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month --api-price 1usd/Mtok";
  CHECK(says(refusal("compare" + typed + " --service-tier flex"), "error[BE-U011]"));
  CHECK(says(refusal("compare" + small + " --api-price 1usd/Mtok --service-tier flex"), "the API's prices are given"));
  const std::string from_file = scenario(object("api", "acme/small", "service_tier", "flex"));
  const std::string rest = hosted + " --scenario -";
  const auto inputs = [&](const std::string& options) {
    const Outcome outcome = run("compare" + rest + options + " -f json", from_file);
    INFO(outcome.err);
    REQUIRE(outcome.exit_code == 0);
    return ordered_json::parse(outcome.out).at("inputs");
  };
  CHECK(inputs("").at("service_tier").at("source") == "scenario");
  CHECK(inputs(" --service-tier priority").at("api_input_usd_per_mtok").at("value") == 0.7);
  CHECK(inputs(" --service-tier standard").at("api_input_usd_per_mtok").at("value") == 0.4);
  CHECK_FALSE(inputs(" --api-price 1usd/Mtok").contains("service_tier"));
  CHECK(inputs(" --set service_tier=flex").at("service_tier").at("source") == "option");
  const Outcome wrong = run("compare" + rest, scenario(object("api", "acme/small", "service_tier", "fast")));
  CHECK(says(wrong.err, "error[BE-S006]: service_tier cannot be 'fast'"));
  const Outcome number = run("compare" + rest, scenario(object("api", "acme/small", "service_tier", 1)));
  CHECK(says(number.err, "\"service_tier\" must be a word, found a number"));
  const Outcome environment = run("compare" + small, {}, {"BREAKEVEN_SERVICE_TIER=flex"});
  CHECK(says(environment.out, "API (flex)"));
}

TEST_CASE("an answer in a service tier is asked again as it was") {
  const std::string asked = "compare" + small + short_requests + " --service-tier flex -f json";
  const std::string first = run(asked).out;
  const Outcome again = run("compare --scenario -" + market + " -f json", first);
  REQUIRE(again.exit_code == 0);
  CHECK(ordered_json::parse(again.out).at("api") == ordered_json::parse(first).at("api"));
}

TEST_CASE("rank has the prices of the tier, and says which offers it leaves out") {
  const std::string asked = "rank --model llama-3.1-8b --volume 1B/month" + short_requests + market;
  const auto costs = [](const ordered_json& answer) {
    std::vector<std::pair<std::string, double>> found;
    for (const ordered_json& row : answer.at("rows"))
      found.emplace_back(row.at("id").get<std::string>(), row.at("usd_per_mtok").get<double>());
    return found;
  };
  CHECK(costs(document(asked)).size() == 3);
  CHECK(costs(document(asked + " --service-tier standard")) == costs(document(asked)));
  const ordered_json flex = document(asked + " --service-tier flex");
  REQUIRE(costs(flex).size() == 1);
  CHECK(costs(flex).front().first == "acme/small");
  CHECK_THAT(costs(flex).front().second, WithinRel(0.35, 1e-12));
  CHECK(flex.at("inputs").at("service_tier").at("value") == "flex");
  CHECK(flex.at("warnings").at(0).at("code") == "BE-W044");
  const Outcome batch = run(asked + " --service-tier batch");
  CHECK(says(batch.out, "API (batch)"));
  CHECK(says(batch.err, "BE-W044]: 2 API offers are left out: they have no batch prices"));
  CHECK(says(batch.err, "1 of them has a batch discount: --batch-share 100%"));
  const Outcome one = run(asked + " --provider Core --service-tier batch");
  CHECK(says(one.err, "BE-W044]: 1 API offer is left out: it has no batch prices"));
  const Outcome longer =
      run("rank --model llama-3.1-8b --volume 1B/month --shape 300000:100 --service-tier priority" + market);
  CHECK(says(longer.err, "BE-W012]: 1 of 1 ways lack a price"));
  CHECK(says(run("rank --service-tier flex" + market).err, "without a model no API is ranked"));
}

TEST_CASE("every question that is asked again and again has the prices of the tier") {
  const std::string flex = small + short_requests + " --service-tier flex";
  const ordered_json swept = document("sweep" + small + short_requests + " --vary service_tier=standard,flex,priority");
  const ordered_json& rows = swept.at("rows");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].at("service_tier") == "standard");
  CHECK_THAT(rows[1].at("api_usd_per_mtok").get<double>(), WithinRel(0.35, 1e-12));
  CHECK_THAT(rows[2].at("api_usd_per_mtok").get<double>(), WithinRel(1.225, 1e-12));
  const ordered_json solved = document("solve" + flex + " --for gpu_usd_per_hour");
  const double tie = solved.at("solutions").at(0).at("value").get<double>();
  CHECK_THAT(tie, WithinRel(0.35 * 1000 / 730, 1e-9));
  const ordered_json sensitivity = document("sensitivity" + flex);
  for (const ordered_json& row : sensitivity.at("rows"))
    if (row.at("key") == "api_output_usd_per_mtok") CHECK(row.at("value") == 0.8);
  CHECK_THAT(document("forecast" + flex).at("rows").at(0).at("api_usd_per_month").get<double>(), WithinRel(350, 1e-9));
  const Outcome unsolved = run("solve" + flex + " --for service_tier");
  CHECK(unsolved.exit_code == 2);
}

}  // namespace breakeven
