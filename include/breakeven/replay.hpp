// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "breakeven/detail/arrival_clock.hpp"

namespace breakeven {

/// The result of a trace on replicas that each do one second of work per second, first come, first served.
struct QueueReplay {
  std::int64_t served_count = 0;
  double overflow_request_ratio = 0;  // of all requests; sent to the API
  double overflow_work_ratio = 0;     // of all work
  double waited_ratio = 0;            // of served requests
  double busy_ratio = 0;              // of the replicas' time from the first arrival until the last request is done
  double mean_wait_s = 0;             // of served requests, including those that did not wait
  double p50_wait_s = 0;              // by nearest rank, here and below
  double p90_wait_s = 0;
  double p99_wait_s = 0;
  double max_wait_s = 0;
};

/// Replays a trace on `replica_count` replicas. A request that would wait longer than `most_wait_s` goes to the API: 0
/// sends every request that finds no free replica, infinity sends none. A replica does one request after another. A
/// batching replica finishes the same work in the same time, but starts each request at once and takes longer over it.
/// Without requests, all results are 0. O(n log N) time, 8 bytes per request. Throws std::domain_error if replica_count
/// < 1 or most_wait_s is negative, and as ArrivalClock does.
QueueReplay replay_queue(std::span<const TimedRequest> requests, std::int64_t replica_count,
                         double most_wait_s = std::numeric_limits<double>::infinity());

}  // namespace breakeven
