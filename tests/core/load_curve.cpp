// SPDX-License-Identifier: MIT
// What a bin of a trace asks of either side.
#include "breakeven/load_curve.hpp"

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "breakeven/detail/load_duration.hpp"
#include "catch.hpp"
#include "test_traffic.hpp"

namespace breakeven {
namespace {

using test::is;
using test::shape;

constexpr Throughput level_2 = PhaseRates{.prefill = 6000.0 * token / second,
                                          .decode = 8000.0 * token / second,
                                          .context = 7e-8 * second * request / token / token};

}  // namespace

TEST_CASE("a bin takes the replica's time of its requests one by one") {
  const std::vector<RequestShape> shapes{shape(100, 2000), shape(9000, 30), shape(0, 5), shape(700, 0)};
  const SelfHost self_host{.throughput = level_2};
  const Workload mean{.shape = shape(1, 1)};
  Time sum;
  for (const RequestShape& each : shapes)
    sum += service_time(std::get<PhaseRates>(level_2), each, Fraction(0.4)) * (1.0 * request);
  CHECK_THAT(replica_time(test::hour_of(shapes, 0.4), self_host, mean, CacheHits::of_trace) / hour, is(sum / hour));

  Workload stated = mean;
  stated.cache_hit = Fraction(0.4);
  CHECK_THAT(replica_time(test::hour_of(shapes), self_host, stated, CacheHits::of_workload) / hour, is(sum / hour));
}

TEST_CASE("tokens without requests are of the mean shape") {
  TrafficBin bin = test::hour_of({shape(900, 100), shape(900, 100), shape(900, 100)});
  const Workload mean{.shape = shape(900, 100)};
  const SelfHost self_host{.throughput = level_2};
  const Time counted = replica_time(bin, self_host, mean, CacheHits::of_trace);
  bin.requests = Requests{};
  CHECK_THAT(replica_time(bin, self_host, mean, CacheHits::of_trace) / hour, is(counted / hour));
  CHECK_THROWS_AS(replica_time(bin, self_host, Workload{}, CacheHits::of_trace), std::invalid_argument);
}

TEST_CASE("a total or output rate is that of the mean mix") {
  const TrafficBin bin = test::hour_of({shape(3000, 600)});
  const Workload mean{.input_share = Fraction(0.75)};
  const SelfHost total{.throughput = TotalRate{1000.0 * token / second}};
  const SelfHost output{.throughput = OutputRate{250.0 * token / second}};
  CHECK_THAT(replica_time(bin, total, mean, CacheHits::of_trace) / (1.0 * second), is(3.6));
  CHECK_THAT(replica_time(bin, output, mean, CacheHits::of_trace) / (1.0 * second), is(3.6));
}

TEST_CASE("a load counts what replicas are planned to carry") {
  TrafficBin bin = test::hour_of({shape(3000, 600)});
  bin.width = 2.0 * second;
  const SelfHost self_host{.throughput = TotalRate{1000.0 * token / second},
                           .max_utilization = Fraction(0.8),
                           .peak_to_average = 5,
                           .derate = Fraction(0.5),
                           .billed = 100.0 * hour,
                           .serving = 90.0 * hour};
  const std::vector<TrafficBin> traffic{bin, {.width = 1.0 * hour}};
  const std::vector<LoadBin> curve = load_curve(traffic, self_host, {}, {});
  CHECK_THAT(curve.at(0).replicas, is(3.6 / 2 / 0.8 / 0.5 / 0.9));
  CHECK(curve.at(1).replicas == 0);
  CHECK(curve.at(1).api == Money{});
  CHECK(curve.at(1).width == 1.0 * hour);
}

TEST_CASE("a bin is priced at its own mix, shape and hits") {
  const Api api{.input = 2.0 * usd / mtok,
                .output = 10.0 * usd / mtok,
                .cache_read = 0.2 * usd / mtok,
                .cache_write = 2.5 * usd / mtok,
                .request_fee = 0.001 * usd / request,
                .discount = Fraction(0.1)};
  const SelfHost self_host{.throughput = TotalRate{1000.0 * token / second}, .marginal = 0.5 * usd / mtok};
  const std::vector<TrafficBin> traffic{test::hour_of({shape(4000, 100), shape(2000, 700)}, 0.9)};
  const Workload mean{.cache_hit = Fraction(0.3), .cache_write = Fraction(0.2)};
  const double fees = 2 * 0.001;
  const LoadBin own = load_curve(traffic, self_host, api, mean).at(0);
  CHECK_THAT(own.api / usd, is(0.9 * (6000e-6 * (0.9 * 0.2 + 0.1 * 2.5) + 800e-6 * 10 + fees)));
  CHECK_THAT(own.marginal / usd, is(6800e-6 * 0.5));
  CHECK(own.requests == 2.0 * request);
  CHECK(own.tokens == 6800.0 * token);
  const LoadBin stated = load_curve(traffic, self_host, api, mean, CacheHits::of_workload).at(0);
  CHECK_THAT(stated.api / usd, is(0.9 * (6000e-6 * (0.5 * 2 + 0.3 * 0.2 + 0.2 * 2.5) + 800e-6 * 10 + fees)));
}

TEST_CASE("the worked day's profile is reproduced") {
  const test::GoldenDay day(1);
  const auto& profile = day.document.at("profile");
  const LoadDurationCurve curve(day.loads());
  const double capacity = day.document.at("replica_mtok_per_hour").get<double>();
  CHECK_THAT(curve.total().tokens / (1.0 * mtok), is(profile.at("total_mtok").get<double>()));
  CHECK_THAT(curve.peak() * capacity, is(profile.at("peak_mtok").get<double>()));
  CHECK_THAT(curve.quantile(Fraction(0.5)) * capacity, is(profile.at("p50_mtok").get<double>()));
  CHECK_THAT(curve.quantile(Fraction(0.95)) * capacity, is(profile.at("p95_mtok").get<double>()));
  CHECK(whole_replicas(curve.peak()) == profile.at("peak_replica_count").get<double>());
}

TEST_CASE("percentiles are by nearest rank, weighted by width") {
  const std::vector<LoadBin> bins{
      {.width = 8.0 * hour, .replicas = 3}, {.width = 1.0 * hour, .replicas = 7}, {.width = 1.0 * hour, .replicas = 5}};
  const LoadDurationCurve curve(bins);
  for (const auto& [share, load] : {std::pair{0.0, 3.0}, {0.8, 3.0}, {0.81, 5.0}, {0.9, 5.0}, {0.91, 7.0}, {1.0, 7.0}})
    CHECK(curve.quantile(Fraction(share)) == load);
  CHECK_THROWS_AS(LoadDurationCurve({}), std::domain_error);
}

TEST_CASE("what overflows is what bins hold above the replicas") {
  test::Draw draw(41);
  for (int i = 0; i < 2000; ++i) {
    const std::vector<LoadBin> bins = test::random_loads(draw, draw.scale(0.1, 50));
    const LoadDurationCurve curve(bins);
    const double count = draw.one_in(2) ? static_cast<double>(draw.integer(0, 60)) : draw.real(0, 20);
    Overflow sum;
    for (const LoadBin& bin : bins) {
      if (bin.replicas <= count) continue;
      const double left = 1 - count / bin.replicas;
      sum.replica_time += bin.width * bin.replicas * left;
      sum.api += bin.api * left;
      sum.marginal += bin.marginal * left;
      sum.tokens += bin.tokens * left;
      sum.requests += bin.requests * left;
    }
    const auto near = [](double expected, double whole) { return Catch::Matchers::WithinAbs(expected, 1e-12 * whole); };
    const Overflow overflow = curve.overflow(count);
    CHECK_THAT(overflow.replica_time.held(), near(sum.replica_time.held(), curve.total().replica_time.held()));
    CHECK_THAT(overflow.api.held(), near(sum.api.held(), curve.total().api.held()));
    CHECK_THAT(overflow.marginal.held(), near(sum.marginal.held(), curve.total().marginal.held()));
    CHECK_THAT(overflow.tokens.held(), near(sum.tokens.held(), curve.total().tokens.held()));
    CHECK_THAT(overflow.requests.held(), near(sum.requests.held(), curve.total().requests.held()));
  }
}

TEST_CASE("a load within rounding of whole replicas does not overflow") {
  const std::vector<LoadBin> bins{{.width = 1.0 * hour, .replicas = 3 * (1 + 1e-13), .tokens = 1.0 * mtok}};
  CHECK(LoadDurationCurve(bins).overflow(3).tokens == Tokens{});
  CHECK(whole_replicas(bins.front().replicas) == 3);
}

TEST_CASE("work without a load overflows only where nothing runs") {
  const std::vector<LoadBin> bins{{.width = 1.0 * hour, .api = 5.0 * usd, .tokens = 1.0 * mtok}};
  const LoadDurationCurve curve(bins);
  CHECK(curve.overflow(0).api == 5.0 * usd);
  CHECK(curve.overflow(1).api == Money{});
}

}  // namespace breakeven
