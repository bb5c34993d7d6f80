// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "cli/traffic_schedule.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

constexpr std::size_t hours_per_day = 24;

// "8-18: 2, 18-22: 1", or "off".
std::string day_text(const Schedule& schedule, std::size_t first) {
  std::string text;
  for (std::size_t from = 0; from < hours_per_day;) {
    const double count = schedule.replicas[first + from];
    std::size_t to = from + 1;
    while (to < hours_per_day && schedule.replicas[first + to] == count) ++to;
    if (count > 0) text += fmt::format("{}{}-{}: {}", text.empty() ? "" : ", ", from, to, report::count(count));
    from = to;
  }
  return text.empty() ? "off" : text;
}

// Days that are alike stand in one row.
report::Table days_table(const TrafficSchedule& schedule) {
  static constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  report::Table table{.columns = {{"Day"}, {"Hours and replicas that are on"}}, .rows = {}};
  const std::size_t days = schedule.cycle.class_count / hours_per_day;
  if (days == 1) {
    table.rows.push_back({"every day", day_text(schedule.schedule, 0)});
    return table;
  }
  for (std::size_t day = 0; day < days;) {
    const std::string text = day_text(schedule.schedule, day * hours_per_day);
    std::size_t last = day;
    while (last + 1 < days && day_text(schedule.schedule, (last + 1) * hours_per_day) == text) ++last;
    table.rows.push_back({last == day ? std::string(names[day]) : fmt::format("{}-{}", names[day], names[last]), text});
    day = last + 1;
  }
  return table;
}

}  // namespace

std::vector<report::Block> schedule_blocks(const TrafficSchedule& schedule) {
  const Schedule& found = schedule.schedule;
  const auto money = [](Money amount) { return report::money(amount / usd) + " usd/month"; };
  std::vector<std::string> sentences{fmt::format(
      "{} costs {}, with {} replica-hours billed and {} starts a month; {} of the tokens overflow. The best number of "
      "replicas that never stop is {}, at {}.",
      schedule.is_found ? "This schedule is the cheapest: it" : "This schedule", money(found.cost()),
      report::count(found.billed / hour), report::count(found.starts), report::percent(found.overflow_token_ratio),
      report::count(schedule.always_on.replica_count), money(schedule.always_on.cost()))};
  return {days_table(schedule), report::Paragraph{std::move(sentences)}};
}

}  // namespace breakeven::cli
