// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "breakeven/detail/arrival_clock.hpp"

namespace breakeven {

/// Who serves a request: one worker regardless of load, or one worker per request, for platforms that give a worker one
/// request at a time. Those reuse the idle worker that was busy last, or start a new one.
enum class WorkerConcurrency { unlimited, one_each };

/// Workers that start if a request finds none, and stop after being idle long enough (MODEL 2.7).
struct ServerlessTerms {
  WorkerConcurrency concurrency = WorkerConcurrency::unlimited;
  double keep_alive_s = 0;            // after the last request is done; an arrival at its very end is in time
  double start_up_s = 0;              // requests that arrive during it wait
  std::optional<double> service_s{};  // of every request; if absent, its work_s
  bool start_up_is_billed = true;
  bool idle_is_billed = true;
  std::int64_t warm_workers = 0;  // one_each only: never stop, serve first, and are neither timed nor billed here
};

struct ServerlessReplay {
  std::int64_t request_count = 0;
  std::int64_t cold_start_count = 0;
  std::int64_t waited_count = 0;  // for a cold start
  double span_s = 0;              // from the first arrival until the last worker stops
  double start_up_s = 0;          // all workers, as are the next two
  double serving_s = 0;           // at least one request in service
  double idle_s = 0;              // on without a request
  double billed_s = 0;

  double on_s() const { return start_up_s + serving_s + idle_s; }
};

/// Replays a trace on serverless workers, request by request. One worker takes O(n) time and no memory; one_each takes
/// O(n log w) time and O(w) memory for w workers on at a time. Throws std::domain_error if a time or the number of warm
/// workers is negative, and as ArrivalClock does.
ServerlessReplay replay_serverless(std::span<const TimedRequest> requests, const ServerlessTerms& terms);

}  // namespace breakeven
