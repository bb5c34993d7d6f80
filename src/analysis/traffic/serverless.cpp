// SPDX-License-Identifier: MIT
#include "analysis/traffic/serverless.hpp"

#include <algorithm>

#include "analysis/traffic/replay.hpp"

namespace breakeven::app {
namespace {

constexpr Frequency per_hour = Frequency::from_held(1);

ServerlessTerms terms_of(const Serverless& serverless) {
  return {.concurrency =
              serverless.concurrency == Concurrency::many ? WorkerConcurrency::unlimited : WorkerConcurrency::one_each,
          .keep_alive_s = serverless.keep_alive / second,
          .start_up_s = serverless.cold_start / second,
          .service_s = serverless.service / second,
          .start_up_is_billed = serverless.bills_cold_start,
          .idle_is_billed = serverless.bills_idle,
          .warm_workers = serverless.warm_workers};
}

// Mean number of workers above `some`, if each serves many requests at once: the load of each bin beyond `some`.
double workers_above(double some, const std::vector<LoadBin>& loads) {
  Time needed{};
  Time width{};
  for (const LoadBin& bin : loads) {
    needed += bin.width * std::max(0.0, bin.replicas - some);
    width += bin.width;
  }
  return needed / width;
}

// The cost if the requests of each bin came at random, at the bin's rate.
Money cost_at_random(const Serverless& serverless, const std::vector<LoadBin>& loads) {
  Money sum{};
  Time width{};
  for (const LoadBin& bin : loads) {
    const double requests = bin.requests / request;
    const ServerlessTraffic traffic{.arrivals = requests / (bin.width / hour) * per_hour,
                                    .work = requests > 0 ? bin.width * bin.replicas / requests : Time{}};
    sum += serverless_cost(serverless, serverless_use(serverless, traffic)) * (bin.width / hour);
    width += bin.width;
  }
  return sum / (width / hour);
}

}  // namespace

std::optional<TrafficServerless> serverless_traffic_of(const Traffic& traffic, const TrafficSizing& sizing,
                                                       io::Diagnostics& problems) {
  const auto& path = sizing.question.scenario.serverless;
  if (!path) return std::nullopt;
  TrafficServerless found{.at_random = cost_at_random(*path, sizing.loads)};
  if (traffic.reading.requests.empty()) {
    found.cost = found.at_random;
    found.approximation = "sums over time: as if the requests came at random, at the rate of each bin";
    return found;
  }
  const auto requests = timed_requests(traffic, sizing, problems);
  if (!requests) return std::nullopt;
  const auto warm = static_cast<double>(path->warm_workers);
  const bool many = path->concurrency == Concurrency::many;
  found.is_one_worker = many && warm == 0;
  // Below their load, warm workers that serve many requests at once leave none that would start another.
  const bool is_replayed = !many || path->warm_workers == 0;
  found.replay = is_replayed ? replay_serverless(*requests, terms_of(*path)) : ServerlessReplay{};
  found.replay->request_count = std::ssize(*requests);
  const double further = many ? workers_above(std::max(1.0, warm), sizing.loads) : 0;
  // The last worker may stop after the trace has ended.
  const double replayed_s = std::max(found.replay->span_s, observed_time(traffic.reading.trace).length() / second);
  found.workers = warm + further + found.replay->on_s() / replayed_s;
  found.cost = path->price * (sizing.month * (found.replay->billed_s / replayed_s + further)) +
               path->warm_price * (sizing.month * warm);
  if (further > 0)
    found.approximation = warm > 0 ? "beyond the warm workers there are as many as the load comes to"
                                   : "more than one worker is needed: the others are as many as their load comes to";
  return found;
}

}  // namespace breakeven::app
