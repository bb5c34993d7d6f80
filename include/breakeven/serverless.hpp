// SPDX-License-Identifier: MIT
// Workers that scale to zero, under requests that arrive at random at a steady rate (a Poisson process): MODEL 2.7.
#pragma once

#include <optional>
#include <string_view>

#include "breakeven/break_even.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// The shares of the time in which one worker is in each state; they sum to 1. A Poisson arrival finds the worker in
/// each of them as often as it is in it.
struct WorkerTime {
  double off = 1;
  double starting = 0;
  double serving = 0;  // at least one request
  double idle = 0;     // kept alive

  /// φ of MODEL 2.7.
  double on() const { return starting + serving + idle; }
};

/// Of a worker that sees all `arrivals`. Exact where it serves one request at a time, for service times of any
/// distribution of that mean; where it serves many, exact for equal service times, or without a cold start. Domain:
/// arrivals >= 0, service > 0; one at a time, arrivals·service < 1.
WorkerTime worker_time(const Serverless& serverless, Frequency arrivals);

/// The share of the time that is billed: what of starting and idling is, and serving.
double billed_ratio(const Serverless& serverless, const WorkerTime& time);

/// What arrives at the workers: how often, and how long a worker at full load takes for one request, which decides how
/// many workers it needs. One at a time that is the service time itself, and `work` is not looked at.
struct ServerlessTraffic {
  Frequency arrivals{};
  Time work{};
};

/// How the workers are used.
struct ServerlessUse {
  double warm_workers = 0;
  Frequency overflow{};                      // requests that the workers that scale to zero see
  double flexible_workers = 0;               // billed ones of those, on average
  WorkerTime time{};                         // of the first of them; all off if it is not known
  std::optional<double> cold_start_ratio{};  // share of requests that start a worker; absent if one is not enough
  std::optional<double> waiting_ratio{};     // requests that wait on a cold start, theirs or another's, of all
  std::string_view approximation{};          // why this is one; empty if it is exact
};

/// Without warm workers and up to the load of one worker this is worker_time. Beyond it, as many workers as the load
/// comes to are billed, as if load were a fluid: a lower bound, which counts no cold starts of the further ones. Warm
/// workers that serve many requests take the load of so many workers first. Of those that serve one request at a time
/// an arrival overflows where all are busy, exactly as often as Erlang's loss formula says; the overflow is taken for a
/// Poisson process, though it comes in bursts.
ServerlessUse serverless_use(const Serverless& serverless, const ServerlessTraffic& traffic);

/// The month's cost of the workers.
Money serverless_cost(const Serverless& serverless, const ServerlessUse& use);

/// What a request costs that comes alone, long after the last and long before the next: σ·(τ + S + T) with all of it
/// billed, the limit of the cost of a request as arrivals become rare. Warm workers are not in it.
RequestFee lone_request_cost(const Serverless& serverless);

/// The share of arrivals that find all of so many workers busy, each with one request at a time: Erlang's B. `offered`
/// is arrivals·service >= 0.
double erlang_loss(double workers, double offered);

/// The keep-alive time that costs least, waits on cold starts counted at their penalty. With gaps that have no memory
/// it is 0 (`at`) or for ever (`always`), nothing between: the cost is a quotient of linear functions of e^(λT). Absent
/// with a reason where more than one worker is needed, or some are warm.
Result<Time> best_keep_alive(const Serverless& serverless, const ServerlessTraffic& traffic);

/// The keep-alive time that, whenever the next request comes, costs at most twice what the best one for that gap would:
/// that after which waiting has cost as much as a cold start (ski rental). Absent if waiting costs nothing.
std::optional<Time> cautious_keep_alive(const Serverless& serverless);

}  // namespace breakeven
