// SPDX-License-Identifier: MIT
// Traces replayed request by request: small ones by hand, Poisson arrivals against the closed forms of queues.
#include "breakeven/replay.hpp"

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "test_arrivals.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using test::at;

// Erlang's B by its recursion, and C from it: the chance to find all of `servers` busy under `load` erlangs.
double erlang_b(int servers, double load) {
  double blocked = 1;
  for (int i = 1; i <= servers; ++i) blocked = load * blocked / (i + load * blocked);
  return blocked;
}
double erlang_c(int servers, double load) {
  const double blocked = erlang_b(servers, load);
  return blocked / (1 - load / servers * (1 - blocked));
}

constexpr std::size_t many = 1'000'000;

}  // namespace

TEST_CASE("two replicas serve five requests") {
  const std::vector<TimedRequest> trace{at(100, 4), at(101, 4), at(101, 1), at(103, 2), at(110, 3)};
  const QueueReplay all = replay_queue(trace, 2);
  // The third waits from 101 to 104, the fourth from 103 to 105.
  CHECK(all.served_count == 5);
  CHECK(all.overflow_request_ratio == 0);
  CHECK_THAT(all.waited_ratio, WithinRel(0.4, 1e-12));
  CHECK_THAT(all.mean_wait_s, WithinRel(1.0, 1e-9));
  CHECK(all.p50_wait_s == 0);
  CHECK_THAT(all.p90_wait_s, WithinRel(3.0, 1e-9));
  CHECK_THAT(all.max_wait_s, WithinRel(3.0, 1e-9));
  CHECK_THAT(all.busy_ratio, WithinRel(14.0 / 26, 1e-9));

  const QueueReplay none = replay_queue(trace, 2, 0);
  CHECK(none.served_count == 3);
  CHECK_THAT(none.overflow_request_ratio, WithinRel(0.4, 1e-12));
  CHECK_THAT(none.overflow_work_ratio, WithinRel(3.0 / 14, 1e-12));
  CHECK(none.max_wait_s == 0);

  const QueueReplay some = replay_queue(trace, 2, 1.5);  // without the third, the fourth waits a second
  CHECK(some.served_count == 4);
  CHECK_THAT(some.overflow_work_ratio, WithinRel(1.0 / 14, 1e-12));
  CHECK_THAT(some.max_wait_s, WithinRel(1.0, 1e-9));
}

TEST_CASE("a trace at the bounds") {
  CHECK(replay_queue({}, 1).served_count == 0);
  const std::vector<TimedRequest> idle{at(5, 0), at(5, 0)};
  CHECK(replay_queue(idle, 1'000'000'000'000).busy_ratio == 0);
  CHECK(replay_queue(idle, 1).max_wait_s == 0);
  const std::vector<TimedRequest> far{{INT64_MIN, 1}, {INT64_MAX, 1}};
  CHECK_THAT(replay_queue(far, 1).busy_ratio, WithinRel(2 / 18446744074.709551615, 1e-12));
  const std::vector<TimedRequest> backwards{at(5, 1), at(4, 1)};
  CHECK_THROWS_AS(replay_queue(backwards, 1), std::invalid_argument);
  const std::vector<TimedRequest> negative{at(5, -1)};
  CHECK_THROWS_AS(replay_queue(negative, 1), std::invalid_argument);
  CHECK_THROWS_AS(replay_queue(idle, 0), std::domain_error);
  CHECK_THROWS_AS(replay_queue(idle, 1, -1), std::domain_error);
}

TEST_CASE("M/M/1 waits as its closed form does") {
  const double busy = 0.7;
  const QueueReplay replay = replay_queue(test::poisson(71, many, busy, test::exponential(1)), 1);
  CHECK_THAT(replay.busy_ratio, WithinRel(busy, 0.005));
  CHECK_THAT(replay.waited_ratio, WithinRel(busy, 0.005));
  CHECK_THAT(replay.mean_wait_s, WithinRel(busy / (1 - busy), 0.02));
  CHECK_THAT(replay.p50_wait_s, WithinRel(std::log(busy / 0.5) / (1 - busy), 0.02));
  CHECK_THAT(replay.p90_wait_s, WithinRel(std::log(busy / 0.1) / (1 - busy), 0.02));
  CHECK_THAT(replay.p99_wait_s, WithinRel(std::log(busy / 0.01) / (1 - busy), 0.03));
}

TEST_CASE("M/D/1 waits half as long") {
  const double busy = 0.7;
  const QueueReplay replay = replay_queue(test::poisson(72, many, busy, test::constant(1)), 1);
  CHECK_THAT(replay.waited_ratio, WithinRel(busy, 0.005));
  CHECK_THAT(replay.mean_wait_s, WithinRel(busy / (2 * (1 - busy)), 0.015));
}

TEST_CASE("several replicas wait as Erlang's C") {
  const int replicas = 6;
  const double load = 4.5;
  const QueueReplay replay = replay_queue(test::poisson(73, many, load, test::exponential(1)), replicas);
  const double waits = erlang_c(replicas, load);
  CHECK_THAT(replay.busy_ratio, WithinRel(load / replicas, 0.005));
  CHECK_THAT(replay.waited_ratio, WithinRel(waits, 0.015));
  CHECK_THAT(replay.mean_wait_s, WithinRel(waits / (replicas - load), 0.03));
}

TEST_CASE("what finds no free replica is Erlang's B, whatever the work") {
  const double load = 4.5;
  for (const auto& work : {test::exponential(1), test::constant(1)}) {
    const QueueReplay replay = replay_queue(test::poisson(74, many, load, work), 6, 0);
    CHECK_THAT(replay.overflow_request_ratio, WithinRel(erlang_b(6, load), 0.01));
    CHECK_THAT(replay.overflow_work_ratio, WithinRel(erlang_b(6, load), 0.015));
    CHECK(replay.waited_ratio == 0);
  }
}

TEST_CASE("a replica more never makes anybody wait longer") {
  test::Draw draw(75);
  for (int i = 0; i < 200; ++i) {
    const auto trace = test::poisson(static_cast<std::uint64_t>(i), 200, draw.scale(0.1, 10), test::exponential(1));
    QueueReplay before = replay_queue(trace, 1);
    for (int replicas = 2; replicas < 12; ++replicas) {
      const QueueReplay after = replay_queue(trace, replicas);
      CHECK(after.mean_wait_s <= before.mean_wait_s);
      CHECK(after.max_wait_s <= before.max_wait_s);
      before = after;
    }
  }
}

}  // namespace breakeven
