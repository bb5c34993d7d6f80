// SPDX-License-Identifier: MIT
#include "analysis/traffic/schedule.hpp"

#include <algorithm>

namespace breakeven::app {
namespace {

std::optional<TrafficSchedule> refuse_schedule(std::string message, std::string help, io::Diagnostics& problems) {
  problems.push_back({.code = "BE-T006",
                      .message = std::move(message),
                      .location = io::Location{.argument = "--schedule"},
                      .help = std::move(help)});
  return std::nullopt;
}

// A bin belongs to the hour of its middle: one at an end may begin earlier.
std::size_t class_of(const TimedBin& timed, const Traffic& traffic, const Cycle& cycle) {
  constexpr double half_in_us = 1e6 / 2;
  const auto middle_us = timed.start_us + static_cast<std::int64_t>(timed.bin.width / second * half_in_us);
  return hour_of_week(middle_us, traffic.offset_s) % cycle.class_count;
}

// By the week if the trace has every hour of it, else by the day.
std::optional<CyclicLoad> cyclic_load(const Traffic& traffic, const TrafficSizing& sizing) {
  for (const std::size_t count : {days_per_week * hours_per_day, hours_per_day}) {
    if (count > hours_per_day && traffic.reading.is_relative) continue;
    const Cycle cycle{.class_count = count};
    std::vector<std::size_t> classes;
    for (const TimedBin& timed : traffic.bins) classes.push_back(class_of(timed, traffic, cycle));
    CyclicLoad load(sizing.loads, classes, cycle);
    if (load.is_complete()) return load;
  }
  return std::nullopt;
}

bool is_alike_each_day(const std::vector<bool>& on) {
  for (std::size_t i = hours_per_day; i < on.size(); ++i)
    if (on[i] != on[i % hours_per_day]) return false;
  return true;
}

// Folds the hours of the week onto the cycle, which may be a day.
std::vector<bool> on_in_cycle(const std::vector<bool>& hours, const Cycle& cycle) {
  std::vector<bool> on(cycle.class_count);
  for (std::size_t i = 0; i < hours.size(); ++i)
    if (hours[i]) on[i % cycle.class_count] = true;
  return on;
}

double most_replicas(const TrafficSizing& sizing) {
  const auto& most = sizing.question.scenario.self_host.max_replicas;
  const double peak = std::max(1.0, sizing.hybrid.peak_replica_count);
  return most ? std::min(peak, static_cast<double>(*most)) : peak;
}

}  // namespace

std::optional<TrafficSchedule> schedule_traffic(const ScheduleOptions& options, const Traffic& traffic,
                                                const TrafficSizing& sizing, io::Diagnostics& problems) {
  const auto& hours = options.hours;
  if (s_per_hour % traffic.bin_s != 0)
    return refuse_schedule("a schedule is of hours, and the bins are not: they are of " + width_text(traffic.bin_s),
                           "write --bin 1h, or 15min", problems);
  const auto load = cyclic_load(traffic, sizing);
  if (!load)
    return refuse_schedule("the trace does not have each hour of a day",
                           "a schedule takes a day of trace at the least; else leave out --schedule", problems);
  if (hours && load->cycle().class_count == hours_per_day && !is_alike_each_day(*hours))
    return refuse_schedule("the trace does not have each hour of a week, which a schedule by days takes",
                           "write the same hours for each day, such as 'daily 8-18', or give a week of trace",
                           problems);
  const SelfHost& self_host = sizing.question.scenario.self_host;
  const SessionTerms terms{.start_up = sizing.layer_terms.start_up, .billing_increment = options.billing_increment};
  const ScheduleSizing found = schedule_sizing(*load, self_host, terms, sizing.month);
  TrafficSchedule schedule{
      .is_found = !hours, .cycle = load->cycle(), .schedule = found.best, .always_on = found.always_on};
  if (!hours) return schedule;
  const std::vector<bool> on = on_in_cycle(*hours, schedule.cycle);
  const double asked = sizing.asked.replica_count.value_or(0);
  const double replicas =
      asked > 0 ? asked : best_replica_count(*load, self_host, terms, sizing.month, on, most_replicas(sizing));
  schedule.schedule = schedule_of(*load, self_host, terms, sizing.month, sessions_in(on, replicas));
  return schedule;
}

}  // namespace breakeven::app
