// SPDX-License-Identifier: MIT
#include "breakeven/serverless.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven {
namespace {

// A worker that serves many requests stays on from a cold start until a gap of S + T between arrivals. Of the D
// arrivals per cycle, D = e^(λ(S+T)) + λτ, one finds it off. Everything is divided by e^(λ(S+T)), which may overflow.
WorkerTime serving_many(double rate, double service, double keep_alive, double cold_start) {
  const double last_gap = std::exp(-rate * (service + keep_alive));
  const double cycle = 1 + rate * cold_start * last_gap;
  return {.off = last_gap / cycle,
          .starting = rate * cold_start * last_gap / cycle,
          .serving = -std::expm1(-rate * service) / cycle,
          .idle = -std::expm1(-rate * keep_alive) * std::exp(-rate * service) / cycle};
}

// A worker with one request at a time serves λS of the time; the rest has D = e^(λT) + λτ parts, one of them off.
WorkerTime serving_one(double rate, double service, double keep_alive, double cold_start) {
  const double load = rate * service;
  const double last_gap = std::exp(-rate * keep_alive);
  const double unused = (1 - load) / (1 + rate * cold_start * last_gap);
  return {.off = unused * last_gap,
          .starting = unused * rate * cold_start * last_gap,
          .serving = load,
          .idle = -unused * std::expm1(-rate * keep_alive)};
}

constexpr std::string_view many_workers = "more than one worker is needed: as many are billed as the load comes to";
constexpr std::string_view too_quick = "requests take less time than the throughput allows: the load is billed";
constexpr std::string_view queues =
    "requests wait for one worker; a platform that starts another for each that finds it busy costs more";
constexpr std::string_view bursts = "what overflows the warm workers comes in bursts, and is taken to come at random";
constexpr std::string_view few_warm = "the warm workers are not enough: as many more are billed as the load comes to";

// Workers that scale to zero get a `share` of all arrivals, the work of `load` workers.
void use_flexible_workers(const Serverless& serverless, double share, double load, ServerlessUse& use) {
  const bool one_is_enough = serverless.concurrency == Concurrency::many ? load <= 1 : load < 1;
  use.flexible_workers = load;
  use.approximation = many_workers;
  if (!one_is_enough) return;
  use.time = worker_time(serverless, use.overflow);
  use.cold_start_ratio = share * use.time.off;
  use.waiting_ratio = share * (use.time.off + use.time.starting);
  const double billed = billed_ratio(serverless, use.time);
  use.flexible_workers = std::max(billed, load);
  use.approximation = billed < load ? too_quick : "";
}

ServerlessUse use_of_flexible_alone(const Serverless& serverless, const ServerlessTraffic& traffic) {
  const bool many = serverless.concurrency == Concurrency::many;
  ServerlessUse use{.overflow = traffic.arrivals};
  use_flexible_workers(serverless, 1, traffic.arrivals * (many ? traffic.work : serverless.service), use);
  if (!many && use.approximation.empty()) use.approximation = queues;
  return use;
}

ServerlessUse use_beyond_warm(const Serverless& serverless, const ServerlessTraffic& traffic, double warm) {
  ServerlessUse use{.warm_workers = warm, .cold_start_ratio = 0, .waiting_ratio = 0};
  if (serverless.concurrency == Concurrency::one) {
    const double share = erlang_loss(warm, traffic.arrivals * serverless.service);
    use.overflow = traffic.arrivals * share;
    use_flexible_workers(serverless, share, use.overflow * serverless.service, use);
    if (use.approximation.empty() && share > 0) use.approximation = bursts;
    return use;
  }
  const double load = traffic.arrivals * traffic.work;
  if (load <= warm) return use;
  return {.warm_workers = warm,
          .overflow = traffic.arrivals * (1 - warm / load),
          .flexible_workers = load - warm,
          .approximation = few_warm};
}

// The hourly cost of the first worker, including the penalty for waiting on cold starts.
double felt_cost(const Serverless& serverless, Frequency arrivals) {
  const WorkerTime time = worker_time(serverless, arrivals);
  const double waiting = time.off + time.starting;
  return serverless.price * billed_ratio(serverless, time) / (usd / hour) +
         arrivals * (1.0 * hour) * waiting * (serverless.cold_start_penalty / (usd / request));
}

}  // namespace

WorkerTime worker_time(const Serverless& serverless, Frequency arrivals) {
  const double rate = arrivals * (1.0 * second);
  const auto time = serverless.concurrency == Concurrency::many ? serving_many : serving_one;
  return time(rate, serverless.service / second, serverless.keep_alive / second, serverless.cold_start / second);
}

double billed_ratio(const Serverless& serverless, const WorkerTime& time) {
  return time.serving + (serverless.bills_cold_start ? time.starting : 0) + (serverless.bills_idle ? time.idle : 0);
}

ServerlessUse serverless_use(const Serverless& serverless, const ServerlessTraffic& traffic) {
  if (serverless.warm_workers == 0) return use_of_flexible_alone(serverless, traffic);
  return use_beyond_warm(serverless, traffic, static_cast<double>(serverless.warm_workers));
}

Money serverless_cost(const Serverless& serverless, const ServerlessUse& use) {
  return serverless.warm_price * serverless.month * use.warm_workers +
         serverless.price * serverless.month * use.flexible_workers;
}

RequestFee lone_request_cost(const Serverless& serverless) {
  Time billed = serverless.service;
  if (serverless.bills_cold_start) billed += serverless.cold_start;
  if (serverless.bills_idle) billed += serverless.keep_alive;
  return serverless.price * billed / (1.0 * request);
}

// For n workers, 1/B is 1 + n/offered times that of n − 1.
double erlang_loss(double workers, double offered) {
  constexpr double never = 1e300;
  double inverse = 1;
  for (double n = 1; n <= workers && inverse < never; ++n) inverse = 1 + n / offered * inverse;
  return inverse < never ? 1 / inverse : 0;
}

Result<Time> best_keep_alive(const Serverless& serverless, const ServerlessTraffic& traffic) {
  if (serverless.warm_workers > 0) return {.reason = "warm workers are always on"};
  const ServerlessUse use = serverless_use(serverless, traffic);
  if (!use.cold_start_ratio) return {.reason = "more than one worker is needed"};
  if (traffic.arrivals == Frequency{}) return {.status = Status::at, .value = Time{}};
  constexpr double long_enough = 1e4;  // in mean gaps: e^(−λT) is 0
  Serverless stopped = serverless;
  Serverless kept = serverless;
  stopped.keep_alive = Time{};
  kept.keep_alive = 1.0 * hour * (long_enough / (traffic.arrivals * (1.0 * hour)));
  const bool keep = felt_cost(kept, traffic.arrivals) < felt_cost(stopped, traffic.arrivals);
  if (keep) return {.status = Status::always, .reason = "a worker that stays on costs less than the cold starts"};
  return {.status = Status::at, .value = Time{}};
}

std::optional<Time> cautious_keep_alive(const Serverless& serverless) {
  if (!serverless.bills_idle || serverless.price == HourlyPrice{}) return std::nullopt;
  const Time billed = serverless.bills_cold_start ? serverless.cold_start : Time{};
  return billed + serverless.cold_start_penalty * (1.0 * request) / serverless.price;
}

}  // namespace breakeven
