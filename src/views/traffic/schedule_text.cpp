// SPDX-License-Identifier: MIT

#include <array>

#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/traffic/report.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

std::vector<std::string> schedule_cells(const Schedule& schedule, std::size_t day) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < hours_per_day; ++i) {
    const double count = schedule.replicas[day * hours_per_day + i];
    cells.push_back(count > 0 ? text::count(count) : "-");
  }
  return cells;
}

// The replicas that are on in each hour; identical days share a row.
report::Table days_table(const TrafficSchedule& schedule, const std::string& zone) {
  static constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  report::Table table{.columns = {{zone.empty() ? "On" : zone}}, .rows = {}};
  for (std::size_t i = 0; i < hours_per_day; ++i) table.columns.push_back({std::to_string(i), report::Align::right});
  const std::size_t days = schedule.cycle.class_count / hours_per_day;
  for (std::size_t day = 0; day < days;) {
    std::vector<std::string> cells = schedule_cells(schedule.schedule, day);
    std::size_t last = day;
    while (last + 1 < days && schedule_cells(schedule.schedule, last + 1) == cells) ++last;
    cells.insert(cells.begin(), days == 1     ? "daily"
                                : last == day ? std::string(names[day])
                                              : text::format("{}-{}", names[day], names[last]));
    table.rows.push_back(std::move(cells));
    day = last + 1;
  }
  return table;
}

}  // namespace

std::vector<report::Block> schedule_blocks(const TrafficSchedule& schedule, const std::string& zone) {
  const Schedule& found = schedule.schedule;
  const auto money = [](Money amount) { return text::money(amount / usd) + " usd/month"; };
  std::vector<std::string> sentences;
  if (!schedule.is_ever_on())
    sentences.emplace_back("No hour is worth being on: the API costs less in each.");
  else
    sentences.push_back(text::format(
        "{} costs {}, with {} replica-hours billed and {} starts a month; {} of the tokens overflow. The best number "
        "of replicas that never stop is {}, at {}.",
        schedule.is_found ? "This schedule, the cheapest on this trace," : "This schedule", money(found.cost()),
        text::count(found.billed / hour), text::count(found.starts), text::percent(found.overflow_token_ratio),
        text::count(schedule.always_on.replica_count), money(schedule.always_on.cost())));
  sentences.push_back(
      text::format("A schedule takes each hour of the {} to come as often as any other, whatever the "
                   "trace has of it.",
                   schedule.cycle.class_count == hours_per_day ? "day" : "week"));
  if (schedule.is_found)
    sentences.emplace_back("It is priced on the same hours that it was found on; others may be less kind to it.");
  return {days_table(schedule, zone), report::Paragraph{std::move(sentences)}};
}

}  // namespace breakeven::app
