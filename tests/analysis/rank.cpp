// SPDX-License-Identifier: MIT
// rank against compare, on the small market of tests/transcripts/prices.json.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

using test::document;
using test::market;
using Json = nlohmann::ordered_json;
using Ids = std::vector<std::string>;

const std::string workload = " --volume 10B/month --shape 1000:1000";

Json ranked(const std::string& options, const std::string& standard_input = {}) {
  return document("rank --model llama-70b" + market + " " + options, standard_input).at("rows");
}

Ids ids_of(const Json& rows, const char* key = "id") {
  Ids ids;
  for (const Json& row : rows) ids.push_back(row.at(key).is_null() ? "" : row.at(key).get<std::string>());
  return ids;
}

void check_self_host(const Json& row, const std::string& cheapest_api, const std::string& asked) {
  const Json answer =
      document("compare --gpu " + row.at("gpu_offer").get<std::string>() + " --throughput-record " +
               row.at("throughput_record").get<std::string>() + " --api " + cheapest_api + market + asked);
  const Json& side = answer.at("self_host");
  for (const char* key : {"usd_per_month", "usd_per_mtok", "usd_per_mtok_at_full_load", "replica_count", "gpu_count",
                          "utilization_ratio"}) {
    INFO(key);
    CHECK(row.at(key) == side.at(key));
  }
  CHECK(row.at("break_even_utilization_ratio") == answer.at("break_even").at("utilization_ratio").at("needed"));
}

void check_api(const Json& row, const std::string& asked) {
  const Json answer = document("compare --gpu-price 2usd/h --throughput 3000tok/s --api " +
                               row.at("api_offer").get<std::string>() + market + asked);
  for (const char* key : {"usd_per_month", "usd_per_mtok"}) CHECK(row.at(key) == answer.at("api").at(key));
}

// An estimate at exactly the shape that is asked for, on a GPU that has records.
const std::string estimate_layer = R"({
  "schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
  "gpus": [], "gpu_offers": [], "api_offers": [], "models": [],
  "throughputs": [
    { "id": "llama-70b/h100-sxm/estimate-fp8-3k", "model": "llama-70b", "gpu": "h100-sxm", "gpus_per_replica": 1,
      "engine": "estimate", "precision": "fp8", "input_tok": 3000, "output_tok": 700, "tok_per_s": 99000,
      "kind": "estimated", "cited": { "source": "computed", "as_of": "2026-06-01" } } ]
})";

}  // namespace

TEST_CASE("rank lists the cheapest first, and ways without a cost last") {
  const Json rows = ranked(workload);
  CHECK(ids_of(rows) == Ids{"north/h100-sxm", "south/h100-sxm", "west/llama-70b", "east/llama-70b", "south/a100-80gb",
                            "far/llama-70b"});
  double last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].at("rank") == i + 1);
    if (rows[i].at("usd_per_month").is_null()) continue;
    CHECK(rows[i].at("usd_per_month").get<double>() >= last);
    last = rows[i].at("usd_per_month").get<double>();
  }
  CHECK(rows.back().at("status") == "missing_price");
}

TEST_CASE("each row of rank is what compare answers") {
  for (const std::string& asked :
       {workload, std::string(" --requests 3M/month --shape 3000:700 --spares 1 --fixed 500usd/mo"),
        std::string(" --volume 25B/month --input-share 60% --overhead 1.2 --batch-share 40%")}) {
    const Json rows = ranked(asked + " --all-records");
    const auto is_priced_api = [](const Json& row) { return row.at("kind") == "api" && row.at("status") == "priced"; };
    const auto cheapest = std::find_if(rows.begin(), rows.end(), is_priced_api);
    REQUIRE(cheapest != rows.end());
    for (const Json& row : rows) {
      INFO(asked << "\n" << row.dump());
      if (row.at("kind") == "self_host") check_self_host(row, cheapest->at("id").get<std::string>(), asked);
      if (is_priced_api(row)) check_api(row, asked);
    }
  }
}

TEST_CASE("rank leaves out offers that a newer one of the provider replaces") {
  const Ids ids = ids_of(ranked(workload + " --max-age any"));
  CHECK(std::count(ids.begin(), ids.end(), "north/h100-sxm@2025-12") == 0);
}

TEST_CASE("rank takes the best set-up of each offer, or all of them") {
  const auto records = [](const std::string& options) {
    return ids_of(ranked(options + " --gpu north/h100-sxm --provider North"), "throughput_record");
  };
  CHECK(records(workload) == Ids{"llama-70b/h100-sxm/vllm-fp8-1k"});
  CHECK(records(" --volume 10B/month --shape 4000:500") == Ids{"llama-70b/h100-sxm/vllm-fp8-4k"});
  const Json all = document(
      "rank --model llama-3.3-70b --gpu b200-sxm --volume 10B/month --shape 1000:1000 "
      "--all-records --max-age any");
  const Ids set_ups = ids_of(all.at("rows"), "throughput_record");
  CHECK(std::set<std::string>(set_ups.begin(), set_ups.end()).size() > 2);
}

TEST_CASE("the filters of rank") {
  CHECK(ids_of(ranked(workload + " --provider South")) == Ids{"south/h100-sxm", "south/a100-80gb"});
  CHECK(ids_of(ranked(workload + " --term spot --provider South")) == Ids{"south/h100-sxm-spot"});
  CHECK(ids_of(ranked(workload + " --gpu a100-80gb --provider South")) == Ids{"south/a100-80gb"});
  const Json one_offer = ranked(workload + " --gpu south/h100-sxm");
  CHECK(ids_of(one_offer).front() == "south/h100-sxm");
  CHECK(std::count_if(one_offer.begin(), one_offer.end(),
                      [](const Json& row) { return row.at("kind") == "self_host"; }) == 1);
}

TEST_CASE("an estimate is ranked only where there is no record") {
  const std::string asked = " --volume 10B/month --shape 3000:700 --catalog - --gpu h100-sxm --provider North";
  const Json rows = ranked(asked, estimate_layer);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].at("throughput_kind") != "estimated");
  CHECK(ranked(workload + " --gpu a100-80gb --provider South")[0].at("throughput_kind") == "estimated");
}

TEST_CASE("a way that needs too many replicas is infeasible, and last") {
  const Json rows = ranked(" --volume 100B/month --shape 1000:1000 --max-replicas 2");
  const auto infeasible = [](const Json& row) { return row.at("status") == "infeasible"; };
  CHECK(std::count_if(rows.begin(), rows.end(), infeasible) == 3);
  CHECK(rows.front().at("kind") == "api");
  for (const Json& row : rows) {
    if (!infeasible(row)) continue;
    CHECK(row.at("usd_per_month").is_null());
    CHECK(row.at("replica_count").get<double>() > 2);
  }
}

TEST_CASE("without a model, records are ranked at full load on the cheapest offer of their GPU") {
  const Json rows = document("rank" + market).at("rows");
  CHECK(ids_of(rows, "throughput_record") == Ids{"llama-70b/h100-sxm/vllm-fp8-4k", "llama-70b/h100-sxm/vllm-fp8-1k",
                                                 "llama-70b/a100-80gb/estimate-fp16-1k"});
  CHECK(ids_of(rows) == Ids{"north/h100-sxm", "north/h100-sxm", "south/a100-80gb"});
  for (const Json& row : rows) CHECK(row.at("status") == "no_volume");
  CHECK(ids_of(document("rank --term spot" + market).at("rows")) == Ids{"south/h100-sxm-spot", "south/h100-sxm-spot"});
}

}  // namespace breakeven
