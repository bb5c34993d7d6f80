// SPDX-License-Identifier: MIT
// Load curves and latencies: which throughput record answers.
#include "breakeven/selection.hpp"
#include "catch.hpp"
#include "io/catalog/fields.hpp"
#include "test_data.hpp"

using breakeven::Catalog;
using breakeven::OutputRate;
using breakeven::PhaseRates;
using breakeven::records_by_nearness;
using breakeven::RequestShape;
using breakeven::ServiceLevel;
using breakeven::ThroughputRecord;
using breakeven::test::shape;

namespace {

struct Point {
  double concurrency;
  double output_tok_per_s;
  std::optional<double> ttft_ms;
};

ThroughputRecord record(const Point& point) {
  ThroughputRecord made;
  made.id = "c" + std::to_string(static_cast<int>(point.concurrency));
  made.model = "m";
  made.gpu = "g";
  made.shape = shape(1000, 1000 + point.concurrency / 10);  // lengths vary from run to run
  made.throughput = OutputRate{point.output_tok_per_s * breakeven::io::tok_per_s};
  made.concurrency = point.concurrency;
  made.ttft_ms = point.ttft_ms;
  return made;
}

Catalog curve() {
  Catalog catalog;
  for (const Point& point : {Point{16, 900, 120}, Point{64, 2400, 400}, Point{256, 2100, 3900}, Point{512, 2500, {}}})
    catalog.throughputs.push_back(record(point));
  return catalog;
}

std::string best(const Catalog& catalog, const RequestShape& asked, const ServiceLevel& level = {}) {
  const auto records = records_by_nearness(catalog, "m", "g", asked, level);
  return records.empty() ? "none" : records.front()->id;
}

}  // namespace

TEST_CASE("of a load curve the fastest point that keeps to the latencies is taken") {
  const Catalog catalog = curve();
  const RequestShape asked = shape(1000, 1000);
  CHECK(best(catalog, asked) == "c512");
  CHECK(best(catalog, asked, {.ttft_ms = 4000}) == "c64");
  CHECK(best(catalog, asked, {.ttft_ms = 400}) == "c64");
  CHECK(best(catalog, asked, {.ttft_ms = 399}) == "c16");
  CHECK(best(catalog, asked, {.ttft_ms = 100}) == "none");
  CHECK(best(catalog, asked, {.tpot_ms = 1e9}) == "none");
}

TEST_CASE("short requests do not show what latencies long ones have") {
  const Catalog catalog = curve();
  const ServiceLevel level{.ttft_ms = 4000};
  CHECK(best(catalog, shape(2000, 1000), level) == "c64");
  CHECK(best(catalog, shape(2001, 1000), level) == "none");
  CHECK(best(catalog, shape(1000, 2100), level) == "none");
  CHECK(best(catalog, shape(10, 10), level) == "c64");
  CHECK(best(catalog, shape(2001, 1000)) != "none");
}

TEST_CASE("a point of another replica, shape or day is of another curve") {
  for (const auto& change :
       {+[](ThroughputRecord& r) { r.gpus_per_replica = 2; }, +[](ThroughputRecord& r) { r.engine = "another"; },
        +[](ThroughputRecord& r) { r.precision = "another"; },
        +[](ThroughputRecord& r) { r.shape = shape(1000, 1300); },
        +[](ThroughputRecord& r) { r.cited.as_of -= std::chrono::days(2); }}) {
    Catalog catalog = curve();
    change(catalog.throughputs.back());
    CHECK(load_curve(catalog, catalog.throughputs.front()).size() == 3);
    catalog.throughputs.back().shape = shape(1000, 1300);
    CHECK(best(catalog, shape(1000, 1000)) == "c64");
  }
}
