// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace breakeven::io {

inline constexpr std::int64_t ns_per_s = 1'000'000'000;

/// How a trace writes its times: as dates, or as numbers of a unit since the Unix epoch or since its own start.
enum class TimeForm { iso, nanoseconds, microseconds, milliseconds, seconds, minutes, hours, days };

/// The form of that name (ns, us, ms, s, min, h, day, iso), or absent.
std::optional<TimeForm> time_form(std::string_view name);
std::string_view name(TimeForm form);

/// What a time is most likely written in; of a number, by how many digits now has since the epoch.
TimeForm likely_form(std::string_view time);

/// Reads times of one form as nanoseconds: ISO 8601 with any fraction, a zone or none (then UTC), a blank or a T before
/// the time of day, or a date alone; numbers with any fraction. Nanoseconds are rounded down.
class TimeReader {
 public:
  explicit TimeReader(TimeForm form) : form_(form) {}

  /// Absent if it is no such time, or not within the years 1678 to 2261.
  std::optional<std::int64_t> read(std::string_view text);
  TimeForm form() const { return form_; }

 private:
  std::optional<std::int64_t> read_iso(std::string_view text);
  std::optional<std::int64_t> read_minute(std::string_view text);
  std::optional<std::int64_t> read_number(std::string_view text) const;

  TimeForm form_;
  // The minute that was read last, as it was written: most times are of the same one as the time before.
  char minute_[16] = {};
  std::int64_t minute_ns_ = 0;
};

/// Whether a time so many nanoseconds after its origin counts from some start rather than from the Unix epoch: it would
/// be before 1973.
constexpr bool is_relative(std::int64_t time_ns) {
  constexpr std::int64_t bound = 100'000'000'000'000'000;
  return time_ns > -bound && time_ns < bound;
}

}  // namespace breakeven::io
