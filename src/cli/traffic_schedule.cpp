// SPDX-License-Identifier: MIT
#include "cli/traffic_schedule.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/traffic_options.hpp"

namespace breakeven::cli {
namespace {

constexpr std::size_t days_per_week = 7;

struct DaysWord {
  std::string_view word;
  std::size_t first;
  std::size_t last;  // before the first, the days wrap around the week
};
constexpr std::array days_words{DaysWord{"daily", 0, 6}, DaysWord{"weekdays", 0, 4}, DaysWord{"weekends", 5, 6},
                                DaysWord{"mon", 0, 0},   DaysWord{"tue", 1, 1},      DaysWord{"wed", 2, 2},
                                DaysWord{"thu", 3, 3},   DaysWord{"fri", 4, 4},      DaysWord{"sat", 5, 5},
                                DaysWord{"sun", 6, 6}};

const DaysWord* find_days(std::string_view word) {
  const auto found =
      std::find_if(days_words.begin(), days_words.end(), [&](const DaysWord& row) { return row.word == word; });
  return found == days_words.end() ? nullptr : &*found;
}

// "mon-fri" or "daily".
std::optional<DaysWord> read_days(std::string_view text) {
  const std::size_t dash = text.find('-');
  const DaysWord* first = find_days(text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos) return *first;
  const DaysWord* last = find_days(text.substr(dash + 1));
  if (!last) return std::nullopt;
  return DaysWord{text, first->first, last->last};
}

std::optional<std::size_t> read_hour(std::string_view text) {
  if (text.ends_with(":00")) text.remove_suffix(3);
  std::size_t hour_of_day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hour_of_day);
  if (error != std::errc() || end != text.data() + text.size() || hour_of_day > hours_per_day) return std::nullopt;
  return hour_of_day;
}

bool take_hours(std::string_view part, std::vector<bool>& on) {
  while (part.starts_with(' ')) part.remove_prefix(1);
  while (part.ends_with(' ')) part.remove_suffix(1);
  const std::size_t blank = part.find(' ');
  const auto days = read_days(part.substr(0, blank));
  if (!days) return false;
  std::size_t from = 0;
  std::size_t to = hours_per_day;
  if (blank != std::string_view::npos) {
    const std::string_view hours = part.substr(part.find_first_not_of(' ', blank));
    const std::size_t dash = hours.find('-');
    if (dash == std::string_view::npos) return false;
    const auto first = read_hour(hours.substr(0, dash));
    const auto last = read_hour(hours.substr(dash + 1));
    if (!first || !last || *first == *last || *first == hours_per_day) return false;
    from = *first;
    to = *last > *first ? *last : *last + hours_per_day;  // past midnight
  }
  const std::size_t day_count = (days->last + days_per_week - days->first) % days_per_week + 1;
  for (std::size_t day = 0; day < day_count; ++day)
    for (std::size_t i = from; i < to; ++i) on[((days->first + day) * hours_per_day + i) % on.size()] = true;
  return true;
}

std::optional<TrafficSchedule> refuse_schedule(Session& session, std::string message, std::string help) {
  session.problems().push_back({.code = "BE-T006",
                                .message = std::move(message),
                                .location = io::Location{.argument = "--schedule"},
                                .help = std::move(help)});
  return std::nullopt;
}

// A bin is of the hour in which its middle lies, because one at an end may begin before it.
std::size_t class_of(const TimedBin& timed, const Traffic& traffic, const Cycle& cycle) {
  constexpr double half_in_us = 1e6 / 2;
  const auto middle_us = timed.start_us + static_cast<std::int64_t>(timed.bin.width / second * half_in_us);
  return hour_of_week(middle_us, traffic.offset_s) % cycle.class_count;
}

// The week where the trace has every hour of it, else the day.
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

// Of the hours of the week those of the cycle, which may be a day.
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

std::optional<std::vector<bool>> hours_of_week(std::string_view text) {
  std::vector<bool> on(days_per_week * hours_per_day);
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (!take_hours(part, on)) return std::nullopt;
  }
  return on;
}

std::optional<TrafficSchedule> schedule_traffic(Session& session, Settings& settings, const Traffic& traffic,
                                                const TrafficSizing& sizing) {
  const std::string text = session.arguments().value(option::schedule.name).value_or("");
  const SessionTerms terms{.start_up = sizing.layer_terms.start_up,
                           .billing_increment = settings.read(option::billing_increment).value_or(0) * hour};
  const bool is_found = text == "auto";
  const auto hours = is_found ? std::nullopt : hours_of_week(text);
  if (!is_found && !hours)
    return refuse_schedule(session, "--schedule '" + io::printable(text) + "' is no schedule",
                           "write auto, or days and hours such as 'mon-fri 8-18', 'weekdays', 'daily 22-6,sat 9-12'");
  constexpr std::int64_t hour_s = 3'600;
  if (hour_s % traffic.bin_s != 0)
    return refuse_schedule(session,
                           "a schedule is of hours, and the bins are not: they are of " + width_text(traffic.bin_s),
                           "write --bin 1h, or 15min");
  const auto load = cyclic_load(traffic, sizing);
  if (!load)
    return refuse_schedule(session, "the trace does not have each hour of a day",
                           "a schedule takes a day of trace at the least; else leave out --schedule");
  if (!is_found && load->cycle().class_count == hours_per_day && !is_alike_each_day(*hours))
    return refuse_schedule(session, "the trace does not have each hour of a week, which a schedule by days takes",
                           "write the same hours for each day, such as 'daily 8-18', or give a week of trace");
  const SelfHost& self_host = sizing.question.scenario.self_host;
  const ScheduleSizing found = schedule_sizing(*load, self_host, terms, sizing.month);
  TrafficSchedule schedule{
      .is_found = is_found, .cycle = load->cycle(), .schedule = found.best, .always_on = found.always_on};
  if (is_found) return schedule;
  const std::vector<bool> on = on_in_cycle(*hours, schedule.cycle);
  const double asked = sizing.is_asked ? sizing.chosen.replica_count : 0;
  const double replicas =
      asked > 0 ? asked : best_replica_count(*load, self_host, terms, sizing.month, on, most_replicas(sizing));
  schedule.schedule = schedule_of(*load, self_host, terms, sizing.month, sessions_in(on, replicas));
  return schedule;
}

}  // namespace breakeven::cli
