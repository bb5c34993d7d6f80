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

using test::at;

// Workers that a list keeps, looked through for every request: what WorkerConcurrency::one_each says, word for word.
struct Listed {
  double done;
  double billed;
  bool is_warm;
};
ServerlessReplay looked_through(const std::vector<TimedRequest>& trace, const ServerlessTerms& terms) {
  ServerlessReplay replay;
  std::vector<Listed> workers(static_cast<std::size_t>(terms.warm_workers), {0, 0, true});
  for (const TimedRequest& request : trace) {
    const double now = static_cast<double>(request.arrival_ns - trace.front().arrival_ns) * 1e-9;
    Listed* chosen = nullptr;
    for (Listed& worker : workers) {
      if (worker.done > now || (!worker.is_warm && now > worker.done + terms.keep_alive_s)) continue;
      if (!chosen || (!chosen->is_warm && (worker.is_warm || worker.done > chosen->done))) chosen = &worker;
    }
    if (!chosen) {
      ++replay.cold_start_count;
      chosen = &workers.emplace_back(Listed{now + terms.start_up_s, terms.start_up_s, false});
      chosen->billed += terms.keep_alive_s;
    } else {
      chosen->billed += now - chosen->done;
      chosen->done = now;
    }
    chosen->done += request.work_s;
    chosen->billed += request.work_s;
  }
  for (const Listed& worker : workers)
    if (!worker.is_warm) replay.billed_s += worker.billed;
  return replay;
}

// Vectors of a reference implementation of MODEL 2.7.
struct Golden {
  double rate, service_s, keep_alive_s, start_up_s, on_ratio, cold_ratio;
};
constexpr Golden golden[] = {
    {0.01, 5, 30, 20, 0.3823605439631844, 0.6176394560368156},
    {0.05, 5, 5, 60, 0.7848870814641478, 0.2151129185358522},
    {0.0016666666666666668, 5, 5, 60, 0.10458960269849304, 0.895410397301507},
    {0.0016666666666666668, 5, 300, 60, 0.43262991473080525, 0.5673700852691947},
    {0.1, 2, 10, 0, 0.698805788087798, 0.301194211912202},
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
}

TEST_CASE("what is billed") {
  const std::vector<TimedRequest> trace{at(0, 4.3), at(7.3, 1), at(20, 1)};
  ServerlessTerms terms{.keep_alive_s = 5, .start_up_s = 2};
  const auto billed = [&] { return replay_serverless(trace, terms).billed_s; };
  CHECK_THAT(billed(), is(2 + 4.3 + 1 + 1 + 5 + 2 + 1 + 5));  // idle from 6.3 to 7.3
  terms.start_up_is_billed = false;
  CHECK_THAT(billed(), is(4.3 + 1 + 1 + 5 + 1 + 5));
  terms.idle_is_billed = false;
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
  CHECK_THROWS_AS(replay_serverless(trace, {.warm_workers = -1}), std::domain_error);
  const std::vector<TimedRequest> backwards{at(3, 1), at(0, 1)};
  CHECK_THROWS_AS(replay_serverless(backwards, {}), std::invalid_argument);
}

TEST_CASE("Poisson arrivals come to the golden shares") {
  for (const Golden& row : golden) {
    INFO(row.rate << ' ' << row.service_s << ' ' << row.keep_alive_s << ' ' << row.start_up_s);
    const auto trace = test::poisson(81, 500'000, row.rate, test::constant(row.service_s));
    const ServerlessTerms terms{.keep_alive_s = row.keep_alive_s, .start_up_s = row.start_up_s};
    const ServerlessReplay replay = replay_serverless(trace, terms);
    const auto count = static_cast<double>(replay.request_count);
    const double cold = static_cast<double>(replay.cold_start_count) / count;
    CHECK_THAT(replay.on_s() / replay.span_s, WithinRel(row.on_ratio, 0.005));
    CHECK_THAT(cold, WithinRel(row.cold_ratio, 0.01));

    ServerlessTerms warm = terms;
    warm.start_up_is_billed = false;
    const double billed = row.on_ratio - row.start_up_s * row.rate * row.cold_ratio;
    CHECK_THAT(replay_serverless(trace, warm).billed_s / replay.span_s, WithinRel(billed, 0.01));
    const double waited = static_cast<double>(replay.waited_count) / count;
    const double expected = row.start_up_s > 0 ? (1 + row.rate * row.start_up_s) * row.cold_ratio : 0;
    CHECK_THAT(waited, WithinRel(expected, 0.01));
  }
}

TEST_CASE("without a start-up, any service times come to the same") {
  for (const Golden& row : golden) {
    if (row.start_up_s > 0) continue;  // a lower bound there
    const auto trace = test::poisson(82, 500'000, row.rate, test::exponential(row.service_s));
    const ServerlessReplay replay = replay_serverless(trace, {.keep_alive_s = row.keep_alive_s});
    CHECK_THAT(replay.on_s() / replay.span_s, WithinRel(row.on_ratio, 0.005));
  }
}

TEST_CASE("a worker for each request is the one that was busy last, or a new one") {
  const std::vector<TimedRequest> trace{at(0, 4), at(1, 1), at(7, 2), at(8, 1), at(20, 1)};
  ServerlessTerms terms{.concurrency = WorkerConcurrency::one_each, .keep_alive_s = 5, .start_up_s = 2};
  // One is on from 0, serves from 2 to 6 and from 7 to 9, and stops at 14. Another is on from 1, serves from 3 to 4 and
  // from 8 to 9, and stops then, too. A third is on from 20 to 28.
  const ServerlessReplay replay = replay_serverless(trace, terms);
  CHECK(replay.cold_start_count == 3);
  CHECK(replay.waited_count == 3);
  CHECK_THAT(replay.serving_s, is(4 + 2 + 1 + 1 + 1));
  CHECK_THAT(replay.on_s(), is(14 + 13 + 8));
  CHECK_THAT(replay.span_s, is(28));
  // With one that never stops, the second request finds it busy and starts the only other one that there is then.
  terms.warm_workers = 1;
  const ServerlessReplay warm = replay_serverless(trace, terms);
  CHECK(warm.cold_start_count == 1);
  CHECK_THAT(warm.on_s(), is(13));
}

TEST_CASE("a worker for each request is as a list of them is") {
  test::Draw draw(83);
  for (int i = 0; i < 300; ++i) {
    const auto trace = test::poisson(static_cast<std::uint64_t>(i), 200, draw.real(0.05, 2), test::exponential(2));
    const ServerlessTerms terms{.concurrency = WorkerConcurrency::one_each,
                                .keep_alive_s = draw.one_in(3) ? 0 : draw.real(0, 10),
                                .start_up_s = draw.one_in(3) ? 0 : draw.real(0, 10),
                                .warm_workers = draw.integer(0, 3)};
    const ServerlessReplay replay = replay_serverless(trace, terms);
    const ServerlessReplay listed = looked_through(trace, terms);
    CHECK(replay.cold_start_count == listed.cold_start_count);
    CHECK_THAT(replay.billed_s, WithinRel(listed.billed_s, 1e-9) || WithinAbs(0, 1e-9));
  }
}

TEST_CASE("without a start-up and a keep-alive, as many workers are on as requests are served") {
  const auto trace = test::poisson(84, 100'000, 3, test::exponential(1));
  const ServerlessTerms terms{.concurrency = WorkerConcurrency::one_each, .keep_alive_s = 0};
  const ServerlessReplay replay = replay_serverless(trace, terms);
  CHECK_THAT(replay.on_s() / replay.span_s, WithinRel(3, 0.02));  // M/G/infinity
  CHECK(replay.waited_count == 0);
}

}  // namespace breakeven
