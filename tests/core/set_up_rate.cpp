// SPDX-License-Identifier: MIT
// Which set-up answers, and at what rate: synthetic set-ups with known phases, and what must hold of every record of
// the built-in catalog.
#include "breakeven/set_up_rate.hpp"

#include <cmath>
#include <string>

#include "breakeven/cost.hpp"
#include "catch.hpp"
#include "io/catalog/pack.hpp"
#include "io/embedded.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

RequestShape shape(double in, double out) { return {in * (token / request), out * (token / request)}; }

const PhaseRates true_rates{20'000 * token / second, 2'000 * token / second,
                            1e-7 * (second * request / (token * token))};

double rate_at(const Throughput& throughput, const RequestShape& asked) {
  return full_load_rate(throughput, {.input_share = asked.input_share(), .shape = asked}) / (token / second);
}

ThroughputRecord record(const std::string& id, const RequestShape& of, double slower = 1) {
  ThroughputRecord made;
  made.id = id;
  made.model = "m";
  made.gpu = "g";
  made.engine = "e";
  made.precision = "fp8";
  made.shape = of;
  made.throughput = TotalRate{rate_at(true_rates, of) / slower * (token / second)};
  made.kind = RecordKind::measured;
  return made;
}

Catalog three_shapes() {
  Catalog catalog;
  catalog.throughputs = {record("a", shape(1000, 1000)), record("b", shape(8000, 1000)),
                         record("c", shape(1000, 4000))};
  return catalog;
}

const Catalog& shipped() {
  static const Catalog builtin = io::unpack(embedded::packed_catalog());
  return builtin;
}

double asked_rate(const Catalog& catalog, const ThroughputRecord& of, const RequestShape& asked) {
  return rate_at(set_up_rate(catalog, of, asked).throughput, asked);
}

}  // namespace

TEST_CASE("shapes that phases made are met, and so are those between") {
  const Catalog catalog = three_shapes();
  for (const ThroughputRecord& known : catalog.throughputs)
    CHECK_THAT(asked_rate(catalog, known, known.shape), WithinRel(rate_at(known.throughput, known.shape), 1e-12));
  // Nothing shows the proportions but these points, and so the stretched costs are held to each other a little.
  CHECK_THAT(asked_rate(catalog, catalog.throughputs[0], shape(3000, 1500)),
             WithinRel(rate_at(true_rates, shape(3000, 1500)), 0.1));
}

TEST_CASE("one point is carried in the proportions of a set-up that shows them") {
  Catalog catalog = three_shapes();
  ThroughputRecord lone = record("lone", shape(1000, 1000), 3);
  lone.gpu = "slow";
  catalog.throughputs.push_back(lone);
  const RequestShape asked = shape(6000, 500);
  const SetUpRate rate = set_up_rate(catalog, catalog.throughputs.back(), asked);
  REQUIRE(rate.like);
  CHECK(rate.like->id == "a");
  CHECK_THAT(rate_at(rate.throughput, asked), WithinRel(rate_at(true_rates, asked) / 3, 1e-9));
}

TEST_CASE("without any set-up that shows the phases, input and output tokens cost the same") {
  Catalog catalog;
  catalog.throughputs = {record("lone", shape(1000, 1000))};
  const double known = rate_at(catalog.throughputs[0].throughput, shape(1000, 1000));
  CHECK_THAT(asked_rate(catalog, catalog.throughputs[0], shape(9000, 10)), WithinRel(known, 1e-12));
  CHECK_FALSE(set_up_rate(catalog, catalog.throughputs[0], shape(9000, 10)).like);
}

TEST_CASE("another engine, precision, load or kind is another set-up") {
  for (const auto& change :
       {+[](ThroughputRecord& r) { r.engine = "another"; }, +[](ThroughputRecord& r) { r.precision = "bf16"; },
        +[](ThroughputRecord& r) { r.load = Load::offline; }, +[](ThroughputRecord& r) { r.concurrency = 8; },
        +[](ThroughputRecord& r) { r.gpus_per_replica = 2; },
        +[](ThroughputRecord& r) { r.kind = RecordKind::published; }}) {
    Catalog catalog = three_shapes();
    change(catalog.throughputs.back());
    CHECK(set_up_rate(catalog, catalog.throughputs.front(), shape(1000, 1000)).points.size() == 2);
  }
}

TEST_CASE("the fastest per GPU answers, estimates last, an offline maximum at 70%") {
  Catalog catalog;
  catalog.throughputs = {record("slow", shape(1000, 1000), 2), record("offline", shape(1000, 1000))};
  catalog.throughputs[0].concurrency = 64;
  catalog.throughputs[1].load = Load::offline;
  const auto first = [&](Load load) {
    return set_ups_for(catalog, "m", "g", shape(1000, 1000), {}, load).front().rate.record->id;
  };
  CHECK(first(Load::online) == "offline");
  catalog.throughputs[0] = record("slow", shape(1000, 1000), 1.4);
  catalog.throughputs[0].concurrency = 64;
  CHECK(first(Load::online) == "slow");
  CHECK(first(Load::offline) == "offline");
  catalog.throughputs[1].kind = RecordKind::estimated;
  CHECK(first(Load::offline) == "slow");
  catalog.throughputs[1].kind = RecordKind::published;
  catalog.throughputs[0].cited.as_of -= std::chrono::days(600);
  CHECK(first(Load::online) == "offline");
}

TEST_CASE("records of another model of the architecture serve where a model has none, and after its own") {
  Catalog catalog = three_shapes();
  Model own;
  own.id = "m";
  own.architecture = "shared";
  Model other = own;
  other.id = "tuned";
  catalog.models = {own, other};
  CHECK(set_ups_for(catalog, "tuned", "g", shape(1000, 1000)).front().rate.record->model == "m");
  ThroughputRecord slower = record("tuned", shape(1000, 1000), 9);
  slower.model = "tuned";
  catalog.throughputs.push_back(slower);
  CHECK(set_ups_for(catalog, "tuned", "g", shape(1000, 1000)).front().rate.record->id == "tuned");
  catalog.models[1].architecture = "";
  catalog.throughputs.pop_back();
  CHECK(set_ups_for(catalog, "tuned", "g", shape(1000, 1000)).empty());
}

TEST_CASE("a hundredth of the shape moves no rate of the catalog by more than three hundredths") {
  const Catalog& catalog = shipped();
  constexpr double step = 1.01;
  double greatest = 0;
  std::size_t place = 0;
  for (const ThroughputRecord& known : catalog.throughputs) {
    if (known.kind == RecordKind::estimated || ++place % 7 != 0) continue;
    for (double in : {200.0, known.shape.input.held() * 0.995, 1500.0, 9000.0})
      for (double out : {100.0, known.shape.output.held() * 0.995, 2000.0}) {
        if (in < 1 || out < 1) continue;
        const double here = asked_rate(catalog, known, shape(in, out));
        for (const RequestShape& next : {shape(in * step, out), shape(in, out * step)}) {
          const double ratio = asked_rate(catalog, known, next) / here;
          greatest = std::max({greatest, ratio - 1, 1 / ratio - 1});
        }
      }
  }
  CHECK(greatest <= 0.03);
  CHECK(greatest > 0);
}

TEST_CASE("at a recorded shape every set-up of the catalog delivers what was recorded") {
  const Catalog& catalog = shipped();
  for (const ThroughputRecord& known : catalog.throughputs) {
    if (std::holds_alternative<PhaseRates>(known.throughput) || known.kind == RecordKind::estimated) continue;
    const SetUpRate rate = set_up_rate(catalog, known, known.shape);
    if (!rate.is_recorded()) continue;  // a faster one of a near shape stands for it
    CAPTURE(known.id);
    CHECK_THAT(rate_at(rate.throughput, known.shape), WithinRel(recorded_rate(*rate.record) / (token / second), 1e-9));
  }
}

}  // namespace breakeven
