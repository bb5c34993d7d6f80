// SPDX-License-Identifier: MIT
#include "cli/options/sizing_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "cli/argument_problems.hpp"
#include "cli/options/traffic.hpp"
#include "inputs/number.hpp"

namespace breakeven::app {
namespace {

std::uint64_t read_seed(Session& session) {
  const auto text = session.arguments().value(option::seed.name);
  if (!text) return 1;
  const auto seed = read_whole_number<std::uint64_t>(*text, 0, std::numeric_limits<std::uint64_t>::max());
  if (!seed) session.problems().push_back(unreadable_value("seed", *text, "write a whole number from 0 on"));
  return seed.value_or(1);
}

struct DaysWord {
  std::string_view word;
  std::size_t first;
  std::size_t last;  // if before `first`, the days wrap around the week
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

}  // namespace

bool gives(const std::vector<Given>& given, Key input) {
  return std::any_of(given.begin(), given.end(), [&](const Given& value) { return value.key == input; });
}

bool gives_a_side(const std::vector<Given>& given) {
  return std::any_of(given.begin(), given.end(), [](const Given& value) {
    return value.key != key("hours_per_month") && value.key != key("cache_hit_ratio") &&
           value.key != key("cache_write_ratio");
  });
}

// "10x" or "10".
double read_scale(Session& session) {
  const auto text = session.arguments().value(option::scale.name);
  if (!text) return 1;
  std::string_view digits = *text;
  if (digits.ends_with('x')) digits.remove_suffix(1);
  double scale = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), scale);
  if (error == std::errc() && end == digits.data() + digits.size() && detail::load_scale.contains(scale)) return scale;
  session.problems().push_back(
      {.code = "BE-U010",
       .message = "--scale '" + io::printable(*text) + "' is no factor " + std::string(detail::load_scale.text),
       .location = io::Location{.argument = "--scale"},
       .help = "write 10x, or 0.5x"});
  return 1;
}

SizingOptions read_sizing_options(Session& session, Settings& settings, double scale) {
  const auto price = [&](const OptionRow& option) -> std::optional<HourlyPrice> {
    const auto read = settings.read(option);
    return read ? std::optional(*read * (usd / hour)) : std::nullopt;
  };
  SizingOptions options{.scale = scale,
                        .replica_count = settings.read(option::replicas),
                        .seed = read_seed(session),
                        .percentile_share = settings.read(option::percentile).value_or(1),
                        .reserved = price(option::reserved),
                        .spot = price(option::spot),
                        .start_up = settings.read(option::start_up).value_or(0) * hour};
  if (session.arguments().has(option::growth.name))
    options.growth = {.monthly = settings.read(option::growth).value_or(0),
                      .month_count = static_cast<int>(settings.read(option::months).value_or(0))};
  return options;
}

std::optional<ScheduleOptions> read_schedule_options(Session& session, Settings& settings) {
  ScheduleOptions options{.billing_increment = settings.read(option::billing_increment).value_or(0) * hour};
  const std::string text = session.arguments().value(option::schedule.name).value_or("");
  if (text == "auto") return options;
  options.hours = hours_of_week(text);
  if (options.hours) return options;
  session.problems().push_back(
      {.code = "BE-T006",
       .message = "--schedule '" + io::printable(text) + "' is no schedule",
       .location = io::Location{.argument = "--schedule"},
       .help = "write auto, or days and hours such as 'mon-fri 8-18', 'weekdays', 'daily 22-6,sat 9-12'"});
  return std::nullopt;
}

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

}  // namespace breakeven::app
