// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace breakeven::io {

inline constexpr std::int64_t ns_per_s = 1'000'000'000;

/// How a trace writes its times: as dates, or as numbers in a unit, since the Unix epoch or its own start.
enum class TimeForm { iso, nanoseconds, microseconds, milliseconds, seconds, minutes, hours, days };

/// The form with that name (ns, us, ms, s, min, h, day, iso), or absent.
std::optional<TimeForm> time_form(std::string_view name);
std::string_view name(TimeForm form);

/// The most likely form of a time; for a number, by comparing its digits with those of the current epoch time.
TimeForm likely_form(std::string_view time);

/// Reads times of one form as nanoseconds, rounded down. ISO 8601 may have any fraction, a zone (UTC without one), a
/// space or a T before the time of day, or only a date; numbers may have any fraction.
class TimeReader {
 public:
  explicit TimeReader(TimeForm form) : form_(form) {}

  /// Absent if the text is not such a time, or is outside the years 1678 to 2261.
  std::optional<std::int64_t> read(std::string_view text);
  TimeForm form() const { return form_; }

 private:
  std::optional<std::int64_t> read_iso(std::string_view text);
  std::optional<std::int64_t> read_minute(std::string_view text);
  std::optional<std::int64_t> read_number(std::string_view text) const;

  TimeForm form_;
  // Cache of the last minute as written: most times have the same minute as the one before.
  char minute_[16] = {};
  std::int64_t minute_ns_ = 0;
};

/// Whether a time this long after its origin counts from some start instead of the Unix epoch: as an epoch time it
/// would be before 1973.
constexpr bool is_relative(std::int64_t time_ns) {
  constexpr std::int64_t bound = 100'000'000'000'000'000;
  return time_ns > -bound && time_ns < bound;
}

}  // namespace breakeven::io
