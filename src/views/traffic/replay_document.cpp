// SPDX-License-Identifier: MIT
#include "views/document.hpp"
#include "views/traffic/report.hpp"

namespace breakeven::app {
namespace {

Json outcome_document(const QueueReplay& replay) {
  return Json{{"served_count", replay.served_count},
              {"overflow_request_ratio", replay.overflow_request_ratio},
              {"overflow_work_ratio", replay.overflow_work_ratio},
              {"waited_ratio", replay.waited_ratio},
              {"busy_ratio", replay.busy_ratio},
              {"mean_wait_s", replay.mean_wait_s},
              {"p50_wait_s", replay.p50_wait_s},
              {"p90_wait_s", replay.p90_wait_s},
              {"p99_wait_s", replay.p99_wait_s},
              {"max_wait_s", replay.max_wait_s}};
}

}  // namespace

Json replay_document(const std::optional<TrafficReplay>& replay) {
  if (!replay) return Json{{"status", "not_applicable"}, {"reason", "--replay is not given"}};
  return Json{{"status", "replayed"},
              {"reason", nullptr},
              {"replica_count", replay->replica_count},
              {"binned_overflow_tok_ratio", replay->binned_overflow_ratio},
              {"all_wait", outcome_document(replay->all_wait)},
              {"none_waits", outcome_document(replay->none_waits)},
              {"max_wait_status", replay->some_wait ? "at" : "not_applicable"},
              {"max_wait_s", replay->most_wait_s ? Json(*replay->most_wait_s) : Json()},
              {"max_wait", replay->some_wait ? outcome_document(*replay->some_wait) : Json()}};
}

Json schedule_document(const std::optional<TrafficSchedule>& schedule) {
  if (!schedule) return Json{{"status", "not_applicable"}, {"reason", "--schedule is not given"}};
  const Schedule& found = schedule->schedule;
  Json replicas = Json::array();
  for (const double count : found.replicas) replicas.push_back(count_of(count));
  return Json{{"status", schedule->is_found ? "found" : "given"},
              {"reason", nullptr},
              {"cycle", schedule->cycle.class_count == hours_per_day ? "day" : "week"},
              {"replicas_by_hour", std::move(replicas)},
              {"billed_hours_per_month", found.billed / hour},
              {"starts_per_month", found.starts},
              {"utilization_status", found.utilization ? "at" : "not_applicable"},
              {"utilization_ratio", found.utilization ? Json(*found.utilization) : Json()},
              {"overflow_tok_ratio", found.overflow_token_ratio},
              {"self_host_usd_per_month", found.self_host / usd},
              {"api_usd_per_month", found.api / usd},
              {"usd_per_month", found.cost() / usd},
              {"always_on_replica_count", count_of(schedule->always_on.replica_count)},
              {"always_on_usd_per_month", schedule->always_on.cost() / usd}};
}

Json traffic_serverless_document(const std::optional<TrafficServerless>& serverless) {
  if (!serverless) return Json{{"status", "not_applicable"}, {"reason", "no serverless price is given"}};
  const auto& replay = serverless->replay;
  const bool is_exact = serverless->approximation.empty();
  const auto per_request = [&](std::int64_t count) {
    return replay ? Json(static_cast<double>(count) / static_cast<double>(replay->request_count)) : Json();
  };
  return Json{{"status", is_exact ? "replayed" : "approximate"},
              {"reason", is_exact ? Json() : Json(serverless->approximation)},
              {"usd_per_month", serverless->cost / usd},
              {"replay_status", replay ? "at" : "not_applicable"},
              {"worker_count", replay ? Json(serverless->workers) : Json()},
              {"cold_start_ratio", per_request(replay ? replay->cold_start_count : 0)},
              {"waiting_ratio", per_request(replay ? replay->waited_count : 0)},
              {"at_random_usd_per_month", serverless->at_random / usd}};
}

}  // namespace breakeven::app
