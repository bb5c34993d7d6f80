// SPDX-License-Identifier: MIT
// The command traffic: schedules as they are typed, progress, what its answer must keep to.
#include "answers.hpp"
#include "check_files.hpp"
#include "cli/options/sizing_reader.hpp"
#include "temporary_directory.hpp"

namespace breakeven {
namespace {

using test::run_line;

const std::string day = "breakeven traffic tests/data/traffic/golden_day.csv";
const std::string log = "breakeven traffic data/examples/requests.csv";
const std::string sides = " --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 1.2usd/Mtok";

std::size_t count_on(std::string_view text) {
  const auto on = app::hours_of_week(text);
  return on ? static_cast<std::size_t>(std::count(on->begin(), on->end(), true)) : 0;
}

}  // namespace

TEST_CASE("days and hours are read as people write them") {
  CHECK(count_on("daily") == 168);
  CHECK(count_on("weekdays") == 120);
  CHECK(count_on("mon-fri 8-18") == 50);
  CHECK(count_on("mon-fri 08:00-18:00") == 50);
  CHECK(count_on("sat-mon 0-24") == 72);
  CHECK(count_on("fri 22-6") == 8);
  CHECK(count_on("mon 8-12, mon 10-14,wed") == 30);
  const auto night = app::hours_of_week("sun 22-2");
  REQUIRE(night);
  CHECK((*night)[0]);
  CHECK((*night)[1]);
  CHECK_FALSE((*night)[2]);
  CHECK((*night)[167]);
  for (const char* wrong : {"", "monday", "mon-fri 8", "mon-fri 8-8", "mon-fri 8-25", "mon 8:30-12", "8-18", "mon,,tue",
                            "mon-fri 24-6", "mon - fri"}) {
    INFO(wrong);
    CHECK_FALSE(app::hours_of_week(wrong));
  }
}

TEST_CASE("equal requests have equal profiles, whatever their order") {
  const auto lines = [] {
    std::ifstream file(BREAKEVEN_SOURCE_DIR "/data/examples/requests.csv");
    std::vector<std::string> all;
    for (std::string line; std::getline(file, line);) all.push_back(line);
    return all;
  }();
  std::string reversed = lines.front() + "\n";
  for (std::size_t i = lines.size() - 1; i > 0; --i) reversed += lines[i] + "\n";
  const test::TemporaryDirectory directory;
  const std::string path = directory.file("reversed.csv", reversed);
  const auto profile = test::Json::parse(run_line(log + " -f json").out)["profile"];
  const auto other = test::Json::parse(run_line("breakeven traffic " + path + " -f json").out);
  CHECK(profile.dump() == other["profile"].dump());
  CHECK(other["reading"]["out_of_order_count"].get<int>() > 300);
}

TEST_CASE("scaling a trace scales its costs, and its best number of replicas at most so") {
  const auto one = test::Json::parse(run_line(log + sides + " --scale 1000x -f json").out)["sizing"];
  const auto two = test::Json::parse(run_line(log + sides + " --scale 2000x -f json").out)["sizing"];
  CHECK_THAT(two["all_api"]["usd_per_month"].get<double>(),
             Catch::Matchers::WithinRel(2 * one["all_api"]["usd_per_month"].get<double>(), 1e-12));
  CHECK(two["best"]["usd_per_month"].get<double>() <= 2 * one["best"]["usd_per_month"].get<double>() * (1 + 1e-12));
}

TEST_CASE("the trace says what is asked, and what compare makes of it is the same") {
  const auto sized = test::Json::parse(run_line(log + sides + " --scale 1000x -f json").out);
  const auto& inputs = sized["inputs"];
  CHECK(inputs["tok_per_month"]["source"] == "trace");
  const std::string volume = inputs["tok_per_month"]["value"].dump();
  const auto compared =
      test::Json::parse(run_line("breakeven compare" + sides + " --set tok_per_month=" + volume + " -f json").out);
  CHECK_THAT(compared["api"]["usd_per_month"].get<double>(),
             Catch::Matchers::WithinRel(sized["sizing"]["all_api"]["usd_per_month"].get<double>(), 1e-9));
}

TEST_CASE("a schedule of all hours costs what always-on replicas do") {
  const auto always = test::Json::parse(run_line(day + sides + " --replicas 1 -f json").out)["sizing"]["chosen"];
  const auto scheduled =
      test::Json::parse(run_line(day + sides + " --replicas 1 --schedule daily --start-up 1h -f json").out)["schedule"];
  CHECK(scheduled["status"] == "given");
  CHECK_THAT(scheduled["usd_per_month"].get<double>(),
             Catch::Matchers::WithinRel(always["usd_per_month"].get<double>(), 1e-9));
  CHECK(scheduled["starts_per_month"] == 0);
}

TEST_CASE("standard input is read once") {
  const auto twice = run_line("echo 'time,input,output\n0,1,1' | breakeven traffic - -");
  CHECK(twice.exit_code == 2);
  CHECK(twice.err.find("BE-U008") != std::string::npos);
}

}  // namespace breakeven
