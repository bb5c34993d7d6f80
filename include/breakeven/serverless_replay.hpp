// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "breakeven/arrivals.hpp"

namespace breakeven {

/// Whether the one worker serves whatever has arrived at once, or one request after another.
enum class WorkerConcurrency { unlimited, one_at_a_time };

/// A worker that starts when a request finds it off, and stops when it has been idle for long enough (MODEL 2.7).
struct ServerlessTerms {
  WorkerConcurrency concurrency = WorkerConcurrency::unlimited;
  double keep_alive_s = 0;            // after the last request is done; one that arrives at its very end is in time
  double start_up_s = 0;              // requests that arrive meanwhile wait
  std::optional<double> service_s{};  // of every request; absent: its work_s
  bool start_up_is_billed = true;
  bool idle_is_billed = true;
  double billing_increment_s = 0;  // each time on is billed in whole ones; 0 bills the time itself
};

struct ServerlessReplay {
  std::int64_t request_count = 0;
  std::int64_t cold_start_count = 0;
  std::int64_t waited_count = 0;  // for a cold start, or, one at a time, for another request
  double span_s = 0;              // from the first arrival until the worker stops for the last time
  double start_up_s = 0;
  double serving_s = 0;  // at least one request in service
  double idle_s = 0;     // on, and none
  double billed_s = 0;

  double on_s() const { return start_up_s + serving_s + idle_s; }
};

/// Replays a trace on a serverless worker, request by request. Takes O(n) and no memory. Throws std::domain_error where
/// a time is negative, and as ArrivalClock does.
ServerlessReplay replay_serverless(std::span<const TimedRequest> requests, const ServerlessTerms& terms);

}  // namespace breakeven
