// SPDX-License-Identifier: MIT
// A serverless worker, request by request: small traces by hand, Poisson arrivals against the closed forms.
#include "breakeven/serverless_replay.hpp"

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "test_arrivals.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

auto is(double value) { return WithinRel(value, 1e-9); }

TimedRequest at(double seconds, double work_s) { return {std::llround(seconds * 1e9), work_s}; }

// Vectors of a reference implementation of MODEL 2.7.
struct Golden {
  WorkerConcurrency concurrency;
  double rate, service_s, keep_alive_s, start_up_s, on_ratio, cold_ratio;
};
constexpr auto unlimited = WorkerConcurrency::unlimited;
constexpr auto one_at_a_time = WorkerConcurrency::one_at_a_time;
constexpr Golden golden[] = {
    {unlimited, 0.01, 5, 30, 20, 0.3823605439631844, 0.6176394560368156},
    {unlimited, 0.05, 5, 5, 60, 0.7848870814641478, 0.2151129185358522},
    {unlimited, 0.0016666666666666668, 5, 5, 60, 0.10458960269849304, 0.895410397301507},
    {unlimited, 0.0016666666666666668, 5, 300, 60, 0.43262991473080525, 0.5673700852691947},
    {unlimited, 0.1, 2, 10, 0, 0.698805788087798, 0.301194211912202},
    {one_at_a_time, 0.01, 5, 30, 20, 0.3870409385963288, 0.6129590614036712},
    {one_at_a_time, 0.05, 5, 5, 60, 0.8249310106614929, 0.17506898933850717},
    {one_at_a_time, 0.002, 10, 300, 90, 0.5105185567365667, 0.4894814432634333},
    {one_at_a_time, 0.1, 2, 10, 0, 0.7056964470628462, 0.2943035529371539},
};

}  // namespace

TEST_CASE("a worker serves four requests at once") {
  const std::vector<TimedRequest> trace{at(0, 4), at(1, 2), at(6, 3), at(20, 1)};
  const ServerlessTerms terms{.keep_alive_s = 5, .start_up_s = 2};
  const ServerlessReplay replay = replay_serverless(trace, terms);
  // Ready at 2, serves two until 6 and one until 9, stops at 14; ready again at 22, done at 23, stops at 28.
  CHECK(replay.request_count == 4);
  CHECK(replay.cold_start_count == 2);
  CHECK(replay.waited_count == 3);
  CHECK_THAT(replay.start_up_s, is(4));
  CHECK_THAT(replay.serving_s, is(8));
  CHECK_THAT(replay.idle_s, is(10));
  CHECK_THAT(replay.on_s(), is(22));
  CHECK_THAT(replay.billed_s, is(22));
  CHECK_THAT(replay.span_s, is(28));

  ServerlessTerms queued = terms;
  queued.concurrency = WorkerConcurrency::one_at_a_time;
  const ServerlessReplay one = replay_serverless(trace, queued);
  // Serves until 6, 8 and 11, stops at 16.
  CHECK(one.cold_start_count == 2);
  CHECK(one.waited_count == 4);
  CHECK_THAT(one.serving_s, is(10));
  CHECK_THAT(one.idle_s, is(10));
}

TEST_CASE("what is billed") {
  const std::vector<TimedRequest> trace{at(0, 4.3), at(7.3, 1), at(20, 1)};
  ServerlessTerms terms{.keep_alive_s = 5, .start_up_s = 2};
  const auto billed = [&] { return replay_serverless(trace, terms).billed_s; };
  CHECK_THAT(billed(), is(2 + 4.3 + 1 + 1 + 5 + 2 + 1 + 5));  // idle from 6.3 to 7.3
  terms.billing_increment_s = 1;
  CHECK_THAT(billed(), is(14 + 8));
  terms.start_up_is_billed = false;
  CHECK_THAT(billed(), is(12 + 6));
  terms.idle_is_billed = false;
  CHECK_THAT(billed(), is(6 + 1));
  terms.billing_increment_s = 0;
  CHECK_THAT(billed(), is(5.3 + 1));
  terms.service_s = 0.5;
  CHECK_THAT(billed(), is(1.5));
}

TEST_CASE("a request at the very end of the keep-alive finds the worker on") {
  const std::vector<TimedRequest> trace{at(0, 1), at(3, 1)};
  CHECK(replay_serverless(trace, {.keep_alive_s = 2}).cold_start_count == 1);
  CHECK(replay_serverless(trace, {.keep_alive_s = 1.99}).cold_start_count == 2);
  CHECK(replay_serverless(trace, {}).on_s() == 2);
  CHECK(replay_serverless({}, {}).span_s == 0);
  CHECK_THROWS_AS(replay_serverless(trace, {.keep_alive_s = -1}), std::domain_error);
  const std::vector<TimedRequest> backwards{at(3, 1), at(0, 1)};
  CHECK_THROWS_AS(replay_serverless(backwards, {}), std::invalid_argument);
}

TEST_CASE("Poisson arrivals come to the golden shares") {
  for (const Golden& row : golden) {
    INFO(row.rate << ' ' << row.service_s << ' ' << row.keep_alive_s << ' ' << row.start_up_s);
    const auto trace = test::poisson(81, 500'000, row.rate, test::constant(row.service_s));
    const ServerlessTerms terms{
        .concurrency = row.concurrency, .keep_alive_s = row.keep_alive_s, .start_up_s = row.start_up_s};
    const ServerlessReplay replay = replay_serverless(trace, terms);
    const auto count = static_cast<double>(replay.request_count);
    const double cold = static_cast<double>(replay.cold_start_count) / count;
    CHECK_THAT(replay.on_s() / replay.span_s, WithinRel(row.on_ratio, 0.005));
    CHECK_THAT(cold, WithinRel(row.cold_ratio, 0.01));

    ServerlessTerms warm = terms;
    warm.start_up_is_billed = false;
    const double billed = row.on_ratio - row.start_up_s * row.rate * row.cold_ratio;
    CHECK_THAT(replay_serverless(trace, warm).billed_s / replay.span_s, WithinRel(billed, 0.01));
    if (row.concurrency == unlimited) {
      const double waited = static_cast<double>(replay.waited_count) / count;
      const double expected = row.start_up_s > 0 ? (1 + row.rate * row.start_up_s) * row.cold_ratio : 0;
      CHECK_THAT(waited, WithinRel(expected, 0.01));
    }
  }
}

TEST_CASE("without a start-up, and one at a time, any service times come to the same") {
  for (const Golden& row : golden) {
    if (row.concurrency == unlimited && row.start_up_s > 0) continue;  // a lower bound there
    const auto trace = test::poisson(82, 500'000, row.rate, test::exponential(row.service_s));
    const ServerlessReplay replay =
        replay_serverless(trace, {row.concurrency, row.keep_alive_s, row.start_up_s, {}, true, true, 0});
    CHECK_THAT(replay.on_s() / replay.span_s, WithinRel(row.on_ratio, 0.005));
  }
}

}  // namespace breakeven
