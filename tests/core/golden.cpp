// SPDX-License-Identifier: MIT
// The crossings of a reference implementation: tests/data/golden_crossings.json.
#include <optional>
#include <vector>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using nlohmann::json;

void check_near(double value, const json& expected) {
  CHECK_THAT(value, Catch::Matchers::WithinRel(expected.get<double>(), 1e-12));
}

// Both absent, or both the same volume.
void check_near(const std::optional<Tokens>& value, const json& row, const char* key) {
  REQUIRE(value.has_value() == row.contains(key));
  if (value) check_near(*value / token, row.at(key));
}

void check_volumes(const std::vector<Crossing>& crossings, Side to, const json& expected) {
  std::vector<double> volumes;
  for (const Crossing& crossing : crossings)
    if (crossing.to == to) volumes.push_back(crossing.volume / token);
  REQUIRE(volumes.size() == expected.size());
  for (std::size_t i = 0; i < volumes.size(); ++i) check_near(volumes[i], expected[i]);
}

}  // namespace

TEST_CASE("the golden crossings are reproduced") {
  const json document = test::read_data("golden_crossings.json");
  CHECK(document.at("cases").size() == 12);
  for (const json& row : document.at("cases")) {
    INFO(row.at("name").get<std::string>());
    const Comparison answer = compare(test::scenario_of(row.at("inputs")));
    check_near(answer.replica.cost / usd, row.at("replica_usd_per_month"));
    check_near(answer.replica.capacity / token, row.at("capacity_tok_per_month"));

    const json& utilization = row.at("needed_utilization_ratio");
    REQUIRE(answer.break_even.utilization.needed.has_value() == utilization.is_number());
    if (utilization.is_number()) check_near(*answer.break_even.utilization.needed, utilization);

    const VolumeBreakEven& volume = answer.break_even.volume;
    CHECK(name(volume.status) == row.at("status").get<std::string>());
    CHECK(volume.crossing_count == row.value("count", 0.0));
    check_near(volume.value, row, "first");
    check_near(volume.last, row, "last");
    check_near(volume.needed, row, "needed");
    check_volumes(volume.crossings, Side::self_host, row.value("ups", json::array()));
    check_volumes(volume.crossings, Side::api, row.value("downs", json::array()));
  }
}

}  // namespace breakeven
