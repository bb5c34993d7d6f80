// SPDX-License-Identifier: MIT
#include "io/traces/time.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>

#include "io/date.hpp"
#include "text/characters.hpp"

namespace breakeven::io {
namespace {

constexpr std::int64_t ns_per_minute = 60 * ns_per_s;
constexpr std::int64_t ns_per_hour = 60 * ns_per_minute;
constexpr std::int64_t ns_per_day = 24 * ns_per_hour;
// The years that nanoseconds can represent.
constexpr Date first_day = std::chrono::January / 1 / 1678;
constexpr Date last_day = std::chrono::December / 31 / 2261;
constexpr double most_ns = 9.2e18;

struct TimeFormRow {
  TimeForm form;
  std::string_view name;
  std::int64_t ns;  // per unit; 0 for dates
};
constexpr std::array time_forms{
    TimeFormRow{TimeForm::iso, "iso", 0},
    TimeFormRow{TimeForm::nanoseconds, "ns", 1},
    TimeFormRow{TimeForm::microseconds, "us", 1'000},
    TimeFormRow{TimeForm::milliseconds, "ms", 1'000'000},
    TimeFormRow{TimeForm::seconds, "s", ns_per_s},
    TimeFormRow{TimeForm::minutes, "min", ns_per_minute},
    TimeFormRow{TimeForm::hours, "h", ns_per_hour},
    TimeFormRow{TimeForm::days, "day", ns_per_day},
};
static_assert(time_forms[static_cast<std::size_t>(TimeForm::days)].form == TimeForm::days);

const TimeFormRow& row(TimeForm form) { return time_forms[static_cast<std::size_t>(form)]; }

// Removes `count` digits from the front and returns their number; negative if they are not digits.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!text::is_digit(text[i])) return -1;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take_letter(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// Nanoseconds from the digits after a point; digits beyond the ninth are dropped.
std::int64_t take_fraction(std::string_view& text) {
  constexpr std::array<std::int64_t, 10> place{ns_per_s, 100'000'000, 10'000'000, 1'000'000, 100'000,
                                               10'000,   1'000,       100,        10,        1};
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text::is_digit(text[digits]); ++digits)
    if (digits + 1 < place.size()) value = value * 10 + (text[digits] - '0');
  text.remove_prefix(digits);
  return value * place[std::min(digits, place.size() - 1)];
}

// The zone's offset from UTC.
std::optional<std::int64_t> take_zone(std::string_view text) {
  if (take_letter(text, ' ') && text == "UTC") return 0;
  if (text.empty() || text == "Z" || text == "z" || text == "UTC") return 0;
  const bool ahead = take_letter(text, '+');
  if (!ahead && !take_letter(text, '-')) return std::nullopt;
  const int hours = take_digits(text, 2);
  take_letter(text, ':');
  const int minutes = text.empty() ? 0 : take_digits(text, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !text.empty()) return std::nullopt;
  const std::int64_t offset = hours * ns_per_hour + minutes * ns_per_minute;
  return ahead ? offset : -offset;
}

}  // namespace

std::optional<TimeForm> time_form(std::string_view name) {
  for (const TimeFormRow& known : time_forms)
    if (known.name == name) return known.form;
  return std::nullopt;
}

std::string_view name(TimeForm form) { return row(form).name; }

TimeForm likely_form(std::string_view time) {
  double number = 0;
  const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), number);
  if (error != std::errc() || end != time.data() + time.size()) return TimeForm::iso;
  constexpr double earliest_s = 1e8;
  constexpr double thousand = 1e3;
  const double size = std::abs(number);
  if (size >= earliest_s * thousand * thousand * thousand) return TimeForm::nanoseconds;
  if (size >= earliest_s * thousand * thousand) return TimeForm::microseconds;
  if (size >= earliest_s * thousand) return TimeForm::milliseconds;
  return TimeForm::seconds;
}

std::optional<std::int64_t> TimeReader::read(std::string_view text) {
  return form_ == TimeForm::iso ? read_iso(text) : read_number(text);
}

// Reads a date with hour and minute, or a date alone.
std::optional<std::int64_t> TimeReader::read_minute(std::string_view text) {
  constexpr std::size_t date_size = 10;
  const auto date = parse_date(text.substr(0, date_size));
  if (!date || *date < first_day || *date > last_day) return std::nullopt;
  const std::int64_t day_ns = date->time_since_epoch().count() * ns_per_day;
  if (text.size() == date_size) return day_ns;
  text.remove_prefix(date_size);
  if (!take_letter(text, ' ') && !take_letter(text, 'T') && !take_letter(text, 't')) return std::nullopt;
  const int hour = take_digits(text, 2);
  if (hour < 0 || hour > 23 || !take_letter(text, ':')) return std::nullopt;
  const int minute = take_digits(text, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  return day_ns + hour * ns_per_hour + minute * ns_per_minute;
}

std::optional<std::int64_t> TimeReader::read_iso(std::string_view text) {
  if (text.size() <= sizeof minute_) return read_minute(text);
  if (std::memcmp(minute_, text.data(), sizeof minute_) != 0) {
    const auto minute = read_minute(text.substr(0, sizeof minute_));
    if (!minute) return std::nullopt;
    std::memcpy(minute_, text.data(), sizeof minute_);
    minute_ns_ = *minute;
  }
  text.remove_prefix(sizeof minute_);
  std::int64_t time = minute_ns_;
  if (take_letter(text, ':')) {
    constexpr int leap_second = 60;
    const int second = take_digits(text, 2);
    if (second < 0 || second > leap_second) return std::nullopt;
    time += second * ns_per_s;
    if (take_letter(text, '.') || take_letter(text, ',')) time += take_fraction(text);
  }
  if (text.empty()) return time;
  const auto zone = take_zone(text);
  if (!zone) return std::nullopt;
  return time - *zone;
}

// Reads whole digits and fraction separately: a double cannot hold today's nanoseconds.
std::optional<std::int64_t> TimeReader::read_number(std::string_view text) const {
  const std::int64_t unit = row(form_).ns;
  const std::string_view whole_text = text;
  const bool negative = take_letter(text, '-');
  std::int64_t whole = 0;
  std::size_t digits = 0;
  constexpr std::size_t most_digits = 18;
  for (; digits < text.size() && text::is_digit(text[digits]) && digits < most_digits; ++digits)
    whole = whole * 10 + (text[digits] - '0');
  text.remove_prefix(digits);
  std::int64_t fraction = 0;
  if (digits > 0 && take_letter(text, '.')) fraction = take_fraction(text);
  std::int64_t time = 0;
  if (digits == 0 || !text.empty()) {  // an exponent, or more digits
    double number = 0;
    const auto [end, error] = std::from_chars(whole_text.data(), whole_text.data() + whole_text.size(), number);
    if (error != std::errc() || end != whole_text.data() + whole_text.size()) return std::nullopt;
    const double scaled = std::floor(number * static_cast<double>(unit));
    if (!(std::abs(scaled) < most_ns)) return std::nullopt;
    return static_cast<std::int64_t>(scaled);
  }
  if (__builtin_mul_overflow(whole, unit, &time)) return std::nullopt;
  // The fraction is in billionths of the unit.
  const std::int64_t part = unit >= ns_per_s ? fraction * (unit / ns_per_s) : fraction / (ns_per_s / unit);
  if (__builtin_add_overflow(time, part, &time)) return std::nullopt;
  return negative ? -time : time;
}

}  // namespace breakeven::io
