// SPDX-License-Identifier: MIT
// catalog import of flex, priority and batch prices, on tests/data/import/litellm_services.json.
#include <map>
#include <string>

#include "answers.hpp"

namespace breakeven {
namespace {

using nlohmann::ordered_json;

std::map<std::string, ordered_json> offers(const std::string& name) {
  std::map<std::string, ordered_json> by_id;
  const std::string line = "catalog import tests/data/import/" + name + ".json --as-of 2026-08-01";
  const ordered_json document = ordered_json::parse(test::answered(line));
  for (const ordered_json& offer : document.at("api_offers")) by_id[offer.at("id").get<std::string>()] = offer;
  return by_id;
}

}  // namespace

TEST_CASE("LiteLLM: service tiers, with what its own calculation takes from standard service") {
  const auto found = offers("litellm_services");
  CHECK(found.size() == 7);
  CHECK(found.at("acme/flex").at("batch_discount_ratio") == 0.5);
  CHECK(
      found.at("acme/flex").at("service_tiers").dump() ==
      R"([{"service_tier":"flex","input_usd_per_mtok":0.625,"output_usd_per_mtok":5,"cache_read_usd_per_mtok":0.065}])");
  const ordered_json& long_requests = found.at("acme/long").at("service_tiers");
  REQUIRE(long_requests.size() == 2);
  CHECK(long_requests[0].dump() ==
        R"({"service_tier":"flex","input_usd_per_mtok":2.5,"output_usd_per_mtok":15,"cache_read_usd_per_mtok":0.25,)"
        R"("cache_write_usd_per_mtok":6.25,"context_tiers":[{"above_input_tok":272000,"input_usd_per_mtok":5,)"
        R"("output_usd_per_mtok":22.5,"cache_read_usd_per_mtok":1,"cache_write_usd_per_mtok":6.25}]})");
  CHECK(long_requests[1].dump() ==
        R"({"service_tier":"priority","input_usd_per_mtok":10,"output_usd_per_mtok":60,"cache_read_usd_per_mtok":0.5,)"
        R"("cache_write_usd_per_mtok":12.5,"context_tiers":[{"above_input_tok":272000}]})");
  CHECK_FALSE(found.at("acme/half").contains("service_tiers"));
}

TEST_CASE("LiteLLM: batch prices are a discount where they are one share of all list prices, else a service tier") {
  const auto found = offers("litellm_services");
  CHECK(found.at("acme/even-long-batch").at("batch_discount_ratio") == 0.5);
  CHECK_FALSE(found.at("acme/even-long-batch").contains("service_tiers"));
  for (const char* id : {"acme/uneven-batch", "acme/long-batch", "acme/dear-batch"}) {
    INFO(id);
    CHECK_FALSE(found.at(id).contains("batch_discount_ratio"));
    CHECK(found.at(id).at("service_tiers").at(0).at("service_tier") == "batch");
  }
  CHECK(found.at("acme/uneven-batch").at("service_tiers").at(0).dump() ==
        R"({"service_tier":"batch","input_usd_per_mtok":0.06,"output_usd_per_mtok":0.22})");
  CHECK(found.at("acme/long-batch").at("service_tiers").at(0).at("context_tiers").at(0).dump() ==
        R"({"above_input_tok":200000,"input_usd_per_mtok":2,"output_usd_per_mtok":12})");
  CHECK(offers("litellm").at("acme/uneven-batch").contains("service_tiers"));
}

TEST_CASE("LiteLLM: a service tier without an input or an output price is counted as left out") {
  const test::Outcome outcome =
      test::run_line("breakeven catalog import tests/data/import/litellm_services.json --as-of 2026-08-01");
  CHECK(outcome.err.find("7 of 7 entries imported") != std::string::npos);
  CHECK(outcome.err.find("priority prices: 1 entry\n") != std::string::npos);
  CHECK(outcome.err.find("prices of audio tokens: 1 entry\n") != std::string::npos);
  for (const char* taken : {"flex prices", "batch prices"}) CHECK(outcome.err.find(taken) == std::string::npos);
}

}  // namespace breakeven
