// SPDX-License-Identifier: MIT
#include "cli/compound_options.hpp"

#include "cli/argument_problems.hpp"

namespace breakeven::app {
namespace {

void read_shape(const std::string& text, std::vector<Given>& given, io::Diagnostics& problems) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || text.find(':', colon + 1) != std::string::npos)
    return problems.push_back(
        unreadable_value("shape", text, "write input:output tokens of one request: --shape 1500:300"));
  given.push_back({.key = key("input_tok"), .value = text.substr(0, colon), .origin = "--shape"});
  given.push_back({.key = key("output_tok"), .value = text.substr(colon + 1), .origin = "--shape"});
}

void read_sessions(const std::string& text, std::vector<Given>& given, io::Diagnostics& problems) {
  const std::size_t star = text.find('*');
  if (star == std::string::npos || text.find('*', star + 1) != std::string::npos)
    return problems.push_back(
        unreadable_value("sessions", text, "write how often and how long: --sessions 3/day*20min"));
  given.push_back({.key = key("sessions_per_month"), .value = text.substr(0, star), .origin = "--sessions"});
  given.push_back({.key = key("hours_per_session"), .value = text.substr(star + 1), .origin = "--sessions"});
}

// The part of a schedule before `unit`, such as "/day", as a plain number.
std::optional<double> schedule_part(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  const auto parsed =
      parse_quantity(text.substr(0, text.size() - unit.size()), Measure::multiplier, UnitPolicy::optional);
  const auto* range = std::get_if<AmountRange>(&parsed);
  if (!range || range->low.number <= 0 || range->low.number != range->high.number) return std::nullopt;
  return range->low.number;
}

void read_schedule(const std::string& text, std::vector<Given>& given, io::Diagnostics& problems) {
  const std::string_view view = text;
  const std::size_t star = view.find('*');
  const auto hours = schedule_part(view.substr(0, star), "h/day");
  const auto days = star == std::string::npos ? std::nullopt : schedule_part(view.substr(star + 1), "d/month");
  if (!hours || !days || *hours > 24 || *days > 31)
    return problems.push_back(
        unreadable_value("schedule", text, "write hours a day and days a month: --schedule 8h/day*22d/month"));
  given.push_back(
      {.key = key("billed_hours_per_month"), .value = Json(*hours * *days).dump() + "h", .origin = "--schedule"});
}

constexpr std::array compound_rows{
    CompoundRow{{.name = "shape", .value = "IN:OUT", .help = "input and output tokens of one request: 1500:300"},
                {key("input_tok"), key("output_tok")},
                read_shape},
    CompoundRow{{.name = "schedule",
                 .value = "8h/day*22d/month",
                 .help = "hours for which the GPUs are paid, in place of --billed-hours"},
                {key("billed_hours_per_month"), key("billed_hours_per_month")},
                read_schedule},
    CompoundRow{{.name = "sessions",
                 .value = "3/day*20min",
                 .help = "how often the GPUs are started and how long they serve, in place of billed hours"},
                {key("sessions_per_month"), key("hours_per_session")},
                read_sessions},
};

}  // namespace

std::span<const CompoundRow> compound_options() { return compound_rows; }

}  // namespace breakeven::app
