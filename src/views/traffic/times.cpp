// SPDX-License-Identifier: MIT
#include "views/traffic/times.hpp"

#include <array>
#include <chrono>
#include <cstdlib>

#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

struct DayTime {
  std::int64_t day;
  std::int64_t second;  // of the day
};
DayTime day_time(std::int64_t seconds) {
  const std::int64_t day = floor_divide(seconds, s_per_day);
  return {day, seconds - day * s_per_day};
}

std::string date_of(std::int64_t day) {
  return io::format_date(std::chrono::sys_days(std::chrono::days(static_cast<int>(day))));
}

std::string time_of_day(std::int64_t second, bool to_the_second) {
  const std::int64_t hours = second / s_per_hour;
  const std::int64_t minutes = second / s_per_minute % s_per_minute;
  if (!to_the_second) return text::format("{:02}:{:02}", hours, minutes);
  return text::format("{:02}:{:02}:{:02}", hours, minutes, second % s_per_minute);
}

}  // namespace

std::string time_text(const Traffic& traffic, std::int64_t time_us) {
  const std::int64_t seconds = floor_divide(time_us, us_per_s);
  const std::int64_t part_us = time_us - seconds * us_per_s;
  if (traffic.reading.is_relative) return text::plain(static_cast<double>(time_us) / us_per_s);
  const auto [day, second] = day_time(seconds);
  std::string text = date_of(day) + "T" + time_of_day(second, true);
  if (part_us > 0) text += text::format(".{:06}", part_us);
  return text + "Z";
}

std::string clock_text(const Traffic& traffic, std::int64_t time_us) {
  static constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const bool to_the_second = traffic.bin_s < s_per_minute;
  const auto [day, second] = day_time(floor_divide(time_us, us_per_s) + traffic.offset_s);
  const std::string time = time_of_day(second, to_the_second);
  if (traffic.reading.is_relative) return text::format("day {} {}", day + 1, time);
  return text::format("{} {} {}", days[hour_of_week(time_us, traffic.offset_s) / hours_per_day], date_of(day), time);
}

std::string zone_text(const Traffic& traffic) {
  if (traffic.reading.is_relative) return "";
  if (traffic.offset_s == 0) return "UTC";
  const std::int64_t minutes = std::abs(traffic.offset_s) / s_per_minute;
  return text::format("UTC{}{:02}:{:02}", traffic.offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string span_text(Time length) {
  constexpr double few = 2;
  const double hours = length / hour;
  if (hours >= few * 24) return text::significant(hours / 24, 3) + " days";
  if (hours >= few) return text::significant(hours, 3) + " hours";
  if (hours * 60 >= few) return text::significant(hours * 60, 3) + " minutes";
  return text::significant(hours * s_per_hour, 3) + " s";
}

}  // namespace breakeven::app
