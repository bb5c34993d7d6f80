// SPDX-License-Identifier: MIT
#include "cli/traffic_serverless.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/documents.hpp"
#include "cli/traffic_replay.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

constexpr Frequency per_hour = Frequency::from_held(1);

ServerlessTerms terms_of(const Serverless& serverless) {
  return {.concurrency = serverless.concurrency == Concurrency::many ? WorkerConcurrency::unlimited
                                                                     : WorkerConcurrency::one_at_a_time,
          .keep_alive_s = serverless.keep_alive / second,
          .start_up_s = serverless.cold_start / second,
          .service_s = serverless.service / second,
          .start_up_is_billed = serverless.bills_cold_start,
          .idle_is_billed = serverless.bills_idle};
}

// Workers beside the first, in the mean: the load of each bin above one.
double further_workers(const std::vector<LoadBin>& loads) {
  Time needed{};
  Time width{};
  for (const LoadBin& bin : loads) {
    needed += bin.width * std::max(0.0, bin.replicas - 1);
    width += bin.width;
  }
  return needed / width;
}

// What it would cost if the requests of each bin came at random, at its own rate.
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

bool asks_for_serverless(Session& session) {
  const auto& given = session.given();
  return std::any_of(given.begin(), given.end(),
                     [](const Given& value) { return value.key == key("serverless_usd_per_s"); });
}

std::optional<TrafficServerless> serverless_traffic_of(Session& session, const Traffic& traffic,
                                                       const TrafficSizing& sizing) {
  const auto& path = sizing.question.scenario.serverless;
  if (!path) return std::nullopt;
  TrafficServerless found{.at_random = cost_at_random(*path, sizing.loads)};
  if (traffic.reading.requests.empty()) {
    found.cost = found.at_random;
    found.approximation = "sums over time: as if the requests came at random, at the rate of each bin";
    return found;
  }
  const auto requests = timed_requests(session, traffic, sizing);
  if (!requests) return std::nullopt;
  found.replay = replay_serverless(*requests, terms_of(*path));
  if (path->concurrency == Concurrency::many) found.further_workers = further_workers(sizing.loads);
  // The last worker may stop after the trace has ended.
  const double replayed_s = std::max(found.replay->span_s, observed_time(traffic.reading.trace).length() / second);
  const Time billed = sizing.month * (found.replay->billed_s / replayed_s + found.further_workers);
  found.on_ratio = std::min(1.0, found.replay->on_s() / replayed_s);
  found.cost = path->price * billed + path->warm_price * sizing.month * static_cast<double>(path->warm_workers);
  if (found.further_workers > 0)
    found.approximation = "more than one worker is needed: the others are as many as their load comes to";
  else if (path->concurrency == Concurrency::one && found.replay->waited_count > found.replay->cold_start_count)
    found.approximation = "requests wait for each other on one worker, where a platform may start more";
  else if (path->warm_workers > 0)
    found.approximation = "the workers that scale to zero are replayed as if none was warm";
  return found;
}

Json traffic_serverless_document(const std::optional<TrafficServerless>& serverless) {
  if (!serverless)
    return object_of(Member{"status", "not_applicable"}, Member{"reason", "no serverless price is given"});
  const auto& replay = serverless->replay;
  const bool is_exact = serverless->approximation.empty();
  const auto per_request = [&](std::int64_t count) {
    return replay ? Json(static_cast<double>(count) / static_cast<double>(replay->request_count)) : Json();
  };
  return object_of(Member{"status", is_exact ? "replayed" : "approximate"},
                   Member{"reason", is_exact ? Json() : Json(serverless->approximation)},
                   Member{"usd_per_month", serverless->cost / usd},
                   Member{"further_worker_count", serverless->further_workers},
                   Member{"replay_status", replay ? "at" : "not_applicable"},
                   Member{"on_ratio", replay ? Json(serverless->on_ratio) : Json()},
                   Member{"cold_start_ratio", per_request(replay ? replay->cold_start_count : 0)},
                   Member{"waiting_ratio", per_request(replay ? replay->waited_count : 0)},
                   Member{"at_random_usd_per_month", serverless->at_random / usd});
}

std::string serverless_sentence(const TrafficServerless& serverless) {
  std::string text = fmt::format("Serverless workers cost {} usd/month", report::money(serverless.cost / usd));
  if (serverless.replay) {
    const auto& replay = *serverless.replay;
    text += fmt::format(
        ", on for {} of the time; {} of the requests start one cold", report::percent(serverless.on_ratio),
        report::percent(static_cast<double>(replay.cold_start_count) / static_cast<double>(replay.request_count)));
  }
  if (serverless.replay)
    text += fmt::format(" (requests at random, at the rate of each bin, would cost {} usd)",
                        report::money(serverless.at_random / usd));
  if (!serverless.approximation.empty()) text += ". It is approximate: " + std::string(serverless.approximation);
  return text + ".";
}

}  // namespace breakeven::cli
