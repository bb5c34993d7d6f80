// SPDX-License-Identifier: MIT
// sweep through the command line: what --vary reads, and its rows against compare's answers.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"
#include "text.hpp"
#include "without_input.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using test::answered;
using test::lines_of;
using test::market;
using Json = nlohmann::ordered_json;

const std::string priced = " --gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok";

std::vector<Json> rows_of(const std::string& options, const std::string& format = "jsonl") {
  std::vector<Json> rows;
  for (const std::string& line : lines_of(answered("sweep" + options + " -f " + format)))
    rows.push_back(Json::parse(line));
  REQUIRE(rows.at(0).at("type") == "meta");
  rows.erase(rows.begin());
  return rows;
}

Json values_of(const std::string& vary, const std::string& more = priced + " --volume 1B/month") {
  const Json document = Json::parse(answered("sweep" + more + " --vary " + vary + " -f json"));
  return document.at("vary").at(0).at("values");
}

struct Column {
  const char* key;
  const char* path;
};
constexpr std::array columns{Column{"self_host_usd_per_month", "/self_host/usd_per_month"},
                             Column{"api_usd_per_month", "/api/usd_per_month"},
                             Column{"self_host_usd_per_mtok", "/self_host/usd_per_mtok"},
                             Column{"api_usd_per_mtok", "/api/usd_per_mtok"},
                             Column{"utilization_ratio", "/self_host/utilization_ratio"},
                             Column{"replica_count", "/self_host/replica_count"},
                             Column{"verdict", "/verdict"},
                             Column{"break_even_utilization_ratio", "/break_even/utilization_ratio/value"},
                             Column{"break_even_status", "/break_even/utilization_ratio/status"}};

// Every row has what compare answers when its values are given as settings, and every format has the same rows.
void check_rows(const std::string& options, const std::vector<std::string>& varied) {
  INFO(options);
  const std::vector<Json> rows = rows_of(options);
  std::string asked = options.substr(0, options.find(" --vary"));
  for (const std::string& key : varied) asked = test::without_input(asked, key);
  for (const Json& row : rows) {
    std::string line = "compare -f json" + asked;
    for (const std::string& key : varied)
      line += " --set " + key + "=" + (row.at(key).is_string() ? row.at(key).get<std::string>() : row.at(key).dump());
    const Json answer = Json::parse(answered(line));
    INFO(row.dump());
    for (const Column& column : columns) {
      if (std::find(varied.begin(), varied.end(), column.key) != varied.end()) continue;
      INFO(column.key);
      CHECK(row.at(column.key).dump() == answer.at(Json::json_pointer(column.path)).dump());
    }
  }
  const Json document = Json::parse(answered("sweep" + options + " -f json"));
  CHECK(document.at("rows") == Json(rows));
  const std::vector<std::string> csv = lines_of(answered("sweep" + options + " -f csv"));
  REQUIRE(csv.size() == rows.size() + 1);
  std::vector<std::string> header;
  for (const auto& [key, value] : rows.at(0).items()) header.push_back(key);
  CHECK(lines_of(csv[0], ',') == header);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string line;
    for (const auto& [key, value] : rows[i].items())
      line += (line.empty() ? "" : ",") + (value.is_null()     ? std::string()
                                           : value.is_string() ? value.get<std::string>()
                                                               : value.dump());
    CHECK(csv[i + 1] == line);
  }
}

}  // namespace

TEST_CASE("--vary reads lists, ranges, steps and decades") {
  CHECK(values_of("tok_per_month=1B/month,2e9,24M/day") == Json{1e9, 2e9, 730e6});
  CHECK(values_of("tok_per_month=1..4B/month/4") == Json{1e9, 2e9, 3e9, 4e9});
  CHECK(values_of("gpu_usd_per_hour=1..4usd/h/4") == Json{1.0, 2.0, 3.0, 4.0});
  CHECK(values_of("gpu_usd_per_hour=24..96usd/day/4") == Json{1.0, 2.0, 3.0, 4.0});
  CHECK(values_of("gpu_usd_per_hour=1usd/h..4/4") == Json{1.0, 2.0, 3.0, 4.0});
  CHECK(values_of("tok_per_month=1M..1B/4@log") == Json{1e6, 1e7, 1e8, 1e9});
  CHECK(values_of("max_utilization_ratio=10%..50%:20%") == Json{0.1, 0.1 + 0.2, 0.5});
  CHECK(values_of("spare_replicas=0..3") == Json{0.0, 1.0, 2.0, 3.0});
  CHECK(values_of("spare_replicas=0..9:4") == Json{0.0, 4.0, 8.0});
  CHECK(values_of("gpu_usd_per_hour=2.5") == Json{2.5});
  CHECK(values_of("gpu_usd_per_hour=2..2/3") == Json{2.0, 2.0, 2.0});
  CHECK(values_of("gpu=h100-sxm,south/a100-80gb", priced + " --volume 1B/month" + market) ==
        Json{"h100-sxm", "south/a100-80gb"});
}

TEST_CASE("steps do not accumulate") {
  const Json values = values_of("gpu_usd_per_hour=0..10:0.1");
  REQUIRE(values.size() == 101);
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i].get<double>() == static_cast<double>(i) * 0.1);
}

TEST_CASE("months follow the length of the month that is varied too") {
  const auto rows =
      rows_of(priced + " --volume 1B/month --vary hours_per_month=600,720 --vary billed_hours_per_month=0.5mo,1mo");
  REQUIRE(rows.size() == 4);
  const std::array<double, 4> hours{300, 600, 360, 720};
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i].at("billed_hours_per_month") == hours.at(i));
  const auto volumes = rows_of(priced + " --vary tok_per_month=24M/day,48M/day --vary hours_per_month=700,744");
  CHECK(volumes.at(1).at("tok_per_month") == 744e6);
  CHECK(volumes.at(2).at("tok_per_month") == 1400e6);
  CHECK(values_of("billed_hours_per_month=1mo,10d", priced + " --volume 1B/month --month 600h") == Json{600.0, 240.0});
}

TEST_CASE("rows are compare's answers in every format") {
  check_rows(priced + " --vary tok_per_month=0..8B/9", {"tok_per_month"});
  check_rows(priced + " --vary tok_per_month=1e6..1e12/7@log --vary gpu_usd_per_hour=0.5,1.7,2.5",
             {"tok_per_month", "gpu_usd_per_hour"});
  check_rows(priced + " --volume 4B/month --max-replicas 3 --vary max_utilization_ratio=0.3..1/8",
             {"max_utilization_ratio"});
  check_rows(priced + " --vary utilization_ratio=0%..100%/6", {"utilization_ratio"});
  check_rows(priced + " --volume 4B/month --api-discount 10% --vary api_usd_per_mtok=0,1,2", {"api_usd_per_mtok"});
  check_rows(priced + " --volume 4B/month --vary hours_per_month=600..744:12 --vary spare_replicas=0..2",
             {"hours_per_month", "spare_replicas"});
  check_rows(priced + " --volume 4B/month --vary min_replicas=1,5 --vary max_replicas=5,9",
             {"min_replicas", "max_replicas"});
  check_rows(priced + " --requests 1M/month --vary input_tok=0..9000:1500 --vary output_tok=1,500",
             {"input_tok", "output_tok"});
  check_rows(" --model llama-70b --api east/llama-70b --volume 10B/month --shape 1000:1000" + market +
                 " --vary gpu=h100-sxm,south/a100-80gb,south/h100-sxm-spot --vary gpu_discount_ratio=0..1/3",
             {"gpu", "gpu_discount_ratio"});
  check_rows(" --gpu h100-sxm --model llama-70b --volume 10B/month --set output_tok=1000" + market +
                 " --vary api=east/llama-70b,west/llama-70b --vary input_tok=200,4000",
             {"api", "input_tok"});
}

TEST_CASE("what is varied displaces its group") {
  const auto rows = rows_of(priced + " --volume 1B/month --vary utilization_ratio=50%");
  CHECK_THAT(rows.at(0).at("api_usd_per_month").get<double>(), WithinRel(0.5 * 700 * 3600 * 730 * 1.2e-6, 1e-14));
  const auto output = rows_of(priced + " --volume 1B/month --input-share 75% --vary output_tok_per_s=175");
  CHECK_THAT(output.at(0).at("utilization_ratio").get<double>(), WithinRel(1e9 / (700 * 3600 * 730.0), 1e-14));
  const auto split = rows_of(
      priced + " --volume 1B/month --input-share 50% --vary api_input_usd_per_mtok=1 --vary api_output_usd_per_mtok=3");
  CHECK(split.at(0).at("api_usd_per_month") == 2000.0);
}

TEST_CASE("the document's inputs are those that stay") {
  const Json months =
      Json::parse(answered("sweep" + priced + " --volume 1B/month --vary hours_per_month=700,730 -f json"))
          .at("inputs");
  for (const char* key : {"hours_per_month", "billed_hours_per_month", "serving_hours_per_month"})
    CHECK_FALSE(months.contains(key));
  CHECK(months.contains("tok_per_month"));
  const Json gpus = Json::parse(answered("sweep --throughput 700tok/s --api-price 1.2usd/Mtok --volume 1B/month" +
                                         market + " --vary gpu=north/h100-sxm,south/h100-sxm,north/h100-sxm -f json"))
                        .at("inputs");
  CHECK_FALSE(gpus.contains("gpu"));
  CHECK_FALSE(gpus.contains("gpu_usd_per_hour"));
}

TEST_CASE("the figure of --metric is the last column") {
  const auto rows = rows_of(priced + " --vary tok_per_month=0,1B --metric break_even.tok_per_month.value");
  for (const Json& row : rows) {
    CHECK(row.items().begin().key() == "tok_per_month");
    CHECK_THAT(row.at("break_even.tok_per_month").get<double>(), WithinRel(1825.0 / 1.2 * 1e6, 1e-14));
  }
  const auto without = rows_of(priced + " --vary tok_per_month=0,1B --metric self_host.usd_per_mtok");
  CHECK(without.at(0).at("self_host.usd_per_mtok").is_null());
  CHECK(without.at(1).at("self_host.usd_per_mtok") == 1.825);
  const std::string grid = answered(
      "sweep" + priced + " --vary tok_per_month=1B,4B --vary spare_replicas=0,1 --metric self_host.replica_count");
  CHECK(grid.find("Cells are self_host.replica_count") != std::string::npos);
}

TEST_CASE("a hundred thousand points are answered, and no more") {
  const std::string question = "sweep" + priced + " --volume 1B/month -f csv --vary ";
  CHECK(lines_of(answered(question + "gpu_usd_per_hour=1..4/100000")).size() == 100'001);
  CHECK(lines_of(answered(question + "gpu_usd_per_hour=1..4/1000 --vary tok_per_s=100..900/100")).size() == 100'001);
  for (const std::string vary : {"gpu_usd_per_hour=1..4/100001", "gpu_usd_per_hour=0..100000:1",
                                 "gpu_usd_per_hour=1..4/1000 --vary tok_per_s=100..900/101"}) {
    const test::Outcome outcome = test::run_line("breakeven " + question + vary);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("BE-U013") != std::string::npos);
  }
}

TEST_CASE("nothing is answered where one point cannot be asked") {
  for (const std::string vary : {"max_replicas=5,4,3 --min-replicas 4", "utilization_ratio=10%..100%/10 --max-util 95%",
                                 "billed_hours_per_month=100..740/9", "cache_hit_ratio=0..1/5 --cache-write 10%"}) {
    INFO(vary);
    for (const std::string format : {"table", "csv", "jsonl", "markdown"}) {
      const test::Outcome outcome =
          test::run_line("breakeven sweep" + priced + " --volume 1B/month --vary " + vary + " -f " + format);
      CHECK(outcome.exit_code == 2);
      CHECK((outcome.out.empty() || format == "jsonl"));
      CHECK(outcome.out.find("\"meta\"") == std::string::npos);
    }
  }
}

}  // namespace breakeven
