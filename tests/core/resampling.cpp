// SPDX-License-Identifier: MIT
// Months made of a trace's days: the same from a seed everywhere, and as wide as sampling theory says.
#include "breakeven/resampling.hpp"

#include <cmath>

#include "breakeven/hybrid.hpp"
#include "catch.hpp"
#include "test_traffic.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

using test::is;

std::vector<DayTotal> days_of(const std::vector<double>& tokens) {
  std::vector<DayTotal> days;
  for (const double of_day : tokens) days.push_back({.tokens = of_day * token, .overflow_api = 2 * of_day * usd});
  return days;
}

}  // namespace

TEST_CASE("a seed gives the same months everywhere") {
  // An implementation of mt19937_64 in Python, of integers throughout.
  const std::vector<DayTotal> days = days_of({1, 10, 100, 1000, 10000});
  const auto tokens = [&](std::uint64_t seed, std::int64_t count, double day_count) {
    return *resample_month(days, {}, 0, day_count * 24.0 * hour, {.month_count = count, .seed = seed}).tokens;
  };
  const Spread<Tokens> part = tokens(1, 1000, 3.5);
  CHECK(part.p05 == 71.0 * token);
  CHECK(part.p95 == 20501.0 * token);
  CHECK_THAT(part.mean / token, is(7772.66));
  CHECK_THAT(part.standard_error / token, is(6736.3214582730225));
  const Spread<Tokens> week = tokens(7, 200, 7);
  CHECK(week.p05 == 1222.0 * token);
  CHECK(week.p95 == 32011.0 * token);
  CHECK_THAT(week.mean / token, is(15044.74));
  CHECK_THAT(week.standard_error / token, is(10547.778036150527));
}

TEST_CASE("months spread as sums of independent days do") {
  test::Draw draw(91);
  std::vector<double> tokens(60);
  double mean = 0;
  for (double& of_day : tokens) mean += (of_day = draw.scale(100, 1000)) / 60;
  double variance = 0;
  for (const double of_day : tokens) variance += (of_day - mean) * (of_day - mean) / 60;
  const double last = 730.0 / 24 - 30;
  const double deviation = std::sqrt((30 + last * last) * variance);
  const ResampledMonth month = resample_month(days_of(tokens), {}, 0, 730.0 * hour);
  CHECK_THAT(month.tokens->mean / token, WithinRel(mean * 730 / 24, 0.002));
  CHECK_THAT(month.tokens->standard_error / token, WithinRel(deviation, 0.02));
  CHECK_THAT((month.tokens->p95 - month.tokens->p05) / token, WithinRel(2 * 1.645 * deviation, 0.03));
  CHECK_THAT(month.cost->mean / usd, is(2 * (month.tokens->mean / token)));
  CHECK_THAT(month.cost->p05 / usd, is(2 * (month.tokens->p05 / token)));
}

TEST_CASE("days that are alike leave nothing to chance") {
  test::GoldenDay day(1.2);
  day.scenario.self_host.fixed = 100.0 * usd;
  day.scenario.self_host.replica_fixed = 10.0 * usd;
  day.scenario.self_host.spare_replicas = 1;
  day.scenario.self_host.marginal = 0.1 * usd / mtok;
  std::vector<LoadBin> bins;
  for (int i = 0; i < 3; ++i)
    for (const LoadBin& bin : day.loads()) bins.push_back(bin);
  bins.push_back(bins.front());  // of a fourth day
  for (const bool tiered : {false, true}) {
    if (tiered) day.scenario.api.minimum = 4000.0 * usd;
    for (const double count : {0.0, 1.0, 3.0, 4.0}) {
      const std::vector<DayTotal> days = whole_days(bins, count);
      CHECK(days.size() == 3);
      const ResampledMonth month = resample_month(days, day.scenario, count, 730.0 * hour, {.month_count = 9});
      const LoadDurationCurve curve(day.loads());
      const HybridRow row = hybrid_row(curve, day.scenario, 730.0 * hour, count);
      CHECK_THAT(month.cost->p05 / usd, is(row.cost() / usd));
      CHECK(month.cost->p05 == month.cost->p95);
      CHECK(month.cost->standard_error == Money{});
      CHECK_THAT(month.tokens->mean / (1.0 * mtok), is(128 * 730.0 / 24));
    }
  }
}

TEST_CASE("weekends stay weekends where there are two of either kind") {
  std::vector<DayTotal> days = days_of({10, 10, 1, 1, 10, 10, 10});
  days[2].is_weekend = days[3].is_weekend = true;
  // Any seven days in a row have five of one kind and two of the other.
  const ResampledMonth weeks = resample_month(days, {}, 0, 28 * 24.0 * hour);
  CHECK(weeks.weekends_apart);
  CHECK(weeks.tokens->p05 == 4.0 * 52.0 * token);
  CHECK(weeks.tokens->p95 == 4.0 * 52.0 * token);
  // Of the two days above four weeks, either, none or both may be one of a weekend.
  const ResampledMonth month = resample_month(days, {}, 0, 30 * 24.0 * hour);
  CHECK(month.tokens->p05 == (4 * 52.0 + 2) * token);
  CHECK(month.tokens->p95 == (4 * 52.0 + 20) * token);
  CHECK_THAT(month.tokens->mean / token, WithinRel(30 * 52.0 / 7, 0.002));
  days[3].is_weekend = false;
  const ResampledMonth mixed = resample_month(days, {}, 0, 28 * 24.0 * hour);
  CHECK_FALSE(mixed.weekends_apart);
  CHECK(mixed.tokens->p05 < 4.0 * 52.0 * token);
}

TEST_CASE("one whole day says nothing of others") {
  const test::GoldenDay day(1);
  std::vector<LoadBin> bins = day.loads();
  bins.push_back(bins.front());
  const ResampledMonth month = resample_month(whole_days(bins, 0), day.scenario, 0, 730.0 * hour);
  CHECK_FALSE(month.tokens.has_value());
  CHECK_FALSE(month.cost.has_value());
  CHECK(month.reason == "a month cannot be resampled from fewer than two whole days");
  CHECK_THROWS_AS(resample_month({}, {}, 0, 730.0 * hour, {.month_count = 0}), std::domain_error);
}

TEST_CASE("days end after 24 hours, whatever the bins") {
  const auto count_of = [](double width, std::size_t count) {
    const std::vector<LoadBin> bins(count, {.width = width * hour, .tokens = 1.0 * token});
    return whole_days(bins, 0).size();
  };
  CHECK(count_of(0.1, 720) == 3);
  CHECK(count_of(0.1, 719) == 2);
  CHECK(count_of(24, 5) == 5);
  CHECK(count_of(7, 7) == 2);  // 28 and 49 hours
  CHECK(count_of(1.0 / 60, 3 * 1440) == 3);
}

TEST_CASE("a steady load has the same days, whatever the bins") {
  test::Draw draw(92);
  for (int i = 0; i < 200; ++i) {
    std::vector<LoadBin> bins;
    for (int j = 0; j < 100; ++j) {
      const double hours = draw.real(0.3, 7);
      bins.push_back({.width = hours * hour, .replicas = 2, .api = hours * usd, .tokens = hours * token});
    }
    for (const DayTotal& each : whole_days(bins, 1)) {
      CHECK_THAT(each.tokens / token, is(24));
      CHECK_THAT(each.overflow_api / usd, is(12));
    }
  }
}

}  // namespace breakeven
