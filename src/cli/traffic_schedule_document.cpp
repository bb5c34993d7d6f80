// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"
#include "cli/traffic_view.hpp"

namespace breakeven::cli {

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

}  // namespace breakeven::cli
