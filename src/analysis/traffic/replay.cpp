// SPDX-License-Identifier: MIT
#include "analysis/traffic/replay.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/random.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// Seconds that a replica at full load spends on the request.
double work_of(const TraceRequest& one, const Traffic& traffic, const TrafficSizing& sizing) {
  const Scenario& scenario = sizing.question.scenario;
  TraceSums sums;
  sums += one;
  const CacheHits hits = cache_hits_of(traffic, sizing.question);
  return replica_time(bin_of(sums, 1.0 * hour), scenario.self_host, scenario.workload, hits) /
         scenario.self_host.derate / second;
}

std::int64_t moved_within_bin(std::int64_t time_ns, const Traffic& traffic, double place) {
  constexpr std::int64_t ns_per_us = 1'000;
  constexpr double ns_per_s = 1e9;
  const auto after = std::upper_bound(traffic.bins.begin(), traffic.bins.end(), floor_divide(time_ns, ns_per_us),
                                      [](std::int64_t time_us, const TimedBin& bin) { return time_us < bin.start_us; });
  const TimedBin& found = after == traffic.bins.begin() ? traffic.bins.front() : *std::prev(after);
  return found.start_us * ns_per_us + std::llround(found.bin.width / second * place * ns_per_s);
}

}  // namespace

std::optional<std::vector<TimedRequest>> timed_requests(const Traffic& traffic, const TrafficSizing& sizing,
                                                        io::Diagnostics& problems) {
  const std::vector<TraceRequest>& requests = traffic.reading.requests;
  constexpr double most = 20e6;
  if (static_cast<double>(requests.size()) * sizing.asked.scale > most) {
    problems.push_back({.code = "BE-T006",
                        .message = "a replay of " + text::times(sizing.asked.scale) + " times the trace has " +
                                   "more than 20 million requests",
                        .location = io::Location{.argument = "--scale"},
                        .help = "replay a shorter part of the trace, or a lesser scale"});
    return std::nullopt;
  }
  std::mt19937_64 generator = stream_of(1, 0);
  std::vector<TimedRequest> timed;
  timed.reserve(static_cast<std::size_t>(static_cast<double>(requests.size()) * sizing.asked.scale) + 1);
  for (const TraceRequest& one : requests) {
    const double work_s = work_of(one, traffic, sizing);
    if (sizing.asked.scale == 1) {
      timed.push_back({one.time_ns, work_s});
      continue;
    }
    double copies = sizing.asked.scale;
    for (; copies >= 1 || (copies > 0 && draw_probability(generator) < copies); --copies)
      timed.push_back({moved_within_bin(one.time_ns, traffic, draw_probability(generator)), work_s});
  }
  std::sort(timed.begin(), timed.end(),
            [](const TimedRequest& a, const TimedRequest& b) { return a.arrival_ns < b.arrival_ns; });
  return timed;
}

std::optional<TrafficReplay> replay_traffic(std::optional<double> most_wait_s, const Traffic& traffic,
                                            const TrafficSizing& sizing, io::Diagnostics& problems) {
  if (traffic.reading.requests.empty()) {
    problems.push_back({.code = "BE-T006",
                        .message = "sums over time cannot be replayed, only requests can",
                        .location = io::Location{.argument = "--replay"},
                        .help = "give the log of requests itself, or leave out --replay"});
    return std::nullopt;
  }
  const double chosen = sizing.chosen.replica_count;
  const double count = chosen > 0 ? chosen : sizing.hybrid.peak_replica_count;
  constexpr double most_replicas = 1e6;
  if (count > most_replicas) {
    problems.push_back({.code = "BE-T006",
                        .message = text::count(count) + " replicas are too many to replay",
                        .location = io::Location{.argument = "--replay"},
                        .help = "look at fewer with --replicas"});
    return std::nullopt;
  }
  const auto requests = timed_requests(traffic, sizing, problems);
  if (!requests) return std::nullopt;
  TrafficReplay replay{.replica_count = static_cast<std::int64_t>(count),
                       .is_peak = chosen == 0,
                       .is_scaled = sizing.asked.scale != 1,
                       .most_wait_s = most_wait_s};
  replay.all_wait = replay_queue(*requests, replay.replica_count);
  replay.none_waits = replay_queue(*requests, replay.replica_count, 0);
  if (most_wait_s) replay.some_wait = replay_queue(*requests, replay.replica_count, *most_wait_s);
  const LoadDurationCurve curve(sizing.loads);
  replay.binned_overflow_ratio = hybrid_row(curve, sizing.question.scenario, sizing.month, count).overflow_token_ratio;
  return replay;
}

}  // namespace breakeven::app
