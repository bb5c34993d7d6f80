// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "breakeven/detail/arrival_clock.hpp"

namespace breakeven {

/// Who serves a request: one worker whatever has arrived, or a worker for each, as platforms do that give a worker one
/// request at a time: of those that idle the one that was busy last, else a new one.
enum class WorkerConcurrency { unlimited, one_each };

/// Workers that start when a request finds none, and stop when they have been idle for long enough (MODEL 2.7).
struct ServerlessTerms {
  WorkerConcurrency concurrency = WorkerConcurrency::unlimited;
  double keep_alive_s = 0;            // after the last request is done; one that arrives at its very end is in time
  double start_up_s = 0;              // requests that arrive meanwhile wait
  std::optional<double> service_s{};  // of every request; absent: its work_s
  bool start_up_is_billed = true;
  bool idle_is_billed = true;
  std::int64_t warm_workers = 0;  // of one_each: that never stop, serve first, and are neither timed nor billed here
};

struct ServerlessReplay {
  std::int64_t request_count = 0;
  std::int64_t cold_start_count = 0;
  std::int64_t waited_count = 0;  // for a cold start
  double span_s = 0;              // from the first arrival until the last worker stops
  double start_up_s = 0;          // this and the next two of all workers
  double serving_s = 0;           // at least one request in service
  double idle_s = 0;              // on, and none
  double billed_s = 0;

  double on_s() const { return start_up_s + serving_s + idle_s; }
};

/// Replays a trace on serverless workers, request by request. One worker takes O(n) and no memory, n of one_each O(n
/// log w) and O(w) of w workers that are on at a time. Throws std::domain_error if a time or the warm workers are
/// negative, and as ArrivalClock does.
ServerlessReplay replay_serverless(std::span<const TimedRequest> requests, const ServerlessTerms& terms);

}  // namespace breakeven
