// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "breakeven/detail/arrival_clock.hpp"

namespace breakeven {

/// What happened to a trace on replicas that each do one second of work a second, first come, first served.
struct QueueReplay {
  std::int64_t served_count = 0;
  double overflow_request_ratio = 0;  // of all requests, sent to the API
  double overflow_work_ratio = 0;     // of all work
  double waited_ratio = 0;            // of the served ones
  double busy_ratio = 0;              // of the replicas' time from the first arrival until the last one is done
  double mean_wait_s = 0;             // of the served ones, those that did not wait included
  double p50_wait_s = 0;              // by nearest rank, here and below
  double p90_wait_s = 0;
  double p99_wait_s = 0;
  double max_wait_s = 0;
};

/// Replays a trace on so many replicas. A request that would wait for longer than `most_wait_s` goes to the API: 0
/// sends all that find no free replica, infinity none. A replica is taken to do one request after another; one that
/// batches finishes the same work in the same time, though each of its requests starts at once and takes longer. No
/// requests give zeros. Takes O(n log N), and 8 bytes a request. Throws std::domain_error if replica_count < 1 or
/// most_wait_s is negative, and as ArrivalClock does.
QueueReplay replay_queue(std::span<const TimedRequest> requests, std::int64_t replica_count,
                         double most_wait_s = std::numeric_limits<double>::infinity());

}  // namespace breakeven
