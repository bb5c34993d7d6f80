// SPDX-License-Identifier: MIT
// Workers that scale to zero, under requests that arrive as a Poisson process of constant rate: MODEL 2.7.
#pragma once

#include <optional>
#include <string_view>

#include "breakeven/break_even.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// The shares of time that one worker spends in each state; they sum to 1. A Poisson arrival finds the worker in each
/// state with the same probability.
struct WorkerTime {
  double off = 1;
  double starting = 0;
  double serving = 0;  // at least one request
  double idle = 0;     // kept alive

  /// φ of MODEL 2.7.
  double on() const { return starting + serving + idle; }
};

/// For a worker that sees all `arrivals`. With one request at a time, exact for any distribution of service times with
/// that mean; with many, exact for equal service times or without a cold start. Domain: arrivals >= 0, service > 0;
/// with one at a time, arrivals·service < 1.
WorkerTime worker_time(const Serverless& serverless, Frequency arrivals);

/// The billed share of the time: serving, plus starting and idling if they are billed.
double billed_ratio(const Serverless& serverless, const WorkerTime& time);

/// The workers' traffic: the arrival rate, and the time that a fully loaded worker needs per request, which decides how
/// many workers are needed. With one request at a time that is the service time, and `work` is ignored.
struct ServerlessTraffic {
  Frequency arrivals{};
  Time work{};
};

/// How the workers are used.
struct ServerlessUse {
  double warm_workers = 0;
  Frequency overflow{};                      // requests that reach the workers that scale to zero
  double flexible_workers = 0;               // workers that scale to zero, billed on average
  WorkerTime time{};                         // of the first of them; all off if unknown
  std::optional<double> cold_start_ratio{};  // share of requests that start a worker; absent if one is not enough
  std::optional<double> waiting_ratio{};     // share of all requests that wait for a cold start, their own or another's
  std::string_view approximation{};          // why the result is approximate; empty if it is exact
};

/// Without warm workers and up to the load of one worker, this is worker_time. Beyond it, the billed workers equal the
/// load, as if it were a fluid: a lower bound, which omits the further workers' cold starts. Warm workers that serve
/// many requests first take as much load as they can carry. With warm workers that serve one request at a time, an
/// arrival overflows if all are busy, exactly as often as Erlang's loss formula says; the overflow is treated as a
/// Poisson process, although it is bursty.
ServerlessUse serverless_use(const Serverless& serverless, const ServerlessTraffic& traffic);

/// The monthly cost of the workers.
Money serverless_cost(const Serverless& serverless, const ServerlessUse& use);

/// The cost of an isolated request, long after the last and long before the next: σ·(τ + S + T) if all of it is billed.
/// It is the limit of the cost per request as arrivals become rare. Excludes warm workers.
RequestFee lone_request_cost(const Serverless& serverless);

/// The share of arrivals that find all workers busy, each with one request at a time: Erlang's B. `offered` is
/// arrivals·service >= 0.
double erlang_loss(double workers, double offered);

/// The cheapest keep-alive time, with waits for cold starts counted at their penalty. For memoryless gaps it is 0
/// (`at`) or infinite (`always`), never between: the cost is a quotient of linear functions of e^(λT). Absent with a
/// reason if more than one worker is needed or some are warm.
Result<Time> best_keep_alive(const Serverless& serverless, const ServerlessTraffic& traffic);

/// The keep-alive time that costs at most twice the best one for any gap: it ends when idling has cost as much as a
/// cold start (ski rental). Absent if idling costs nothing.
std::optional<Time> cautious_keep_alive(const Serverless& serverless);

}  // namespace breakeven
