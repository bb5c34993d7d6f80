// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "breakeven/load_curve.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven {

/// The traffic of one whole day of a trace, and how much of it overflowed.
struct DayTotal {
  Tokens tokens{};
  Tokens overflow_tokens{};
  Money overflow_api{};
  Money served_marginal{};
  bool is_weekend = false;  // set by the caller, who knows when the trace began
};

/// Splits gapless bins in time order into days of 24 hours from the first bin on. Drops an incomplete day at the end. A
/// bin that spans two days belongs to the one in which it begins. Domain: no bin is wider than a day.
std::vector<DayTotal> whole_days(std::span<const LoadBin> bins, double replica_count);

/// Over resampled months, by nearest rank.
template <class Value>
struct Spread {
  Value p05{};
  Value p95{};
  Value mean{};
  Value standard_error{};  // the standard deviation of the months around their mean
};

struct Resampling {
  std::int64_t month_count = 10'000;
  std::uint64_t seed = 1;
};

struct ResampledMonth {
  std::optional<Spread<Tokens>> tokens{};  // if absent, see `reason`
  std::optional<Spread<Money>> cost{};
  std::string_view reason{};
  bool weekends_apart = false;
};

/// How far a month may differ from the trace. Each month has as many days as `month` (the last one partial), drawn from
/// the trace's days with replacement (B. Efron, "Bootstrap methods", Annals of Statistics 7 (1979) 1–26). Its cost is
/// that of hybrid_row with `replica_count` replicas. Whole days keep the correlation between hours, but not between
/// days. If the trace has at least two weekdays and two weekend days, a month begins on any day of the week, and its
/// weekend days are drawn only from weekend days, its weekdays from weekdays. Absent with fewer than two whole days.
/// The same seed gives the same bytes on every platform. Throws std::domain_error if month_count < 1.
ResampledMonth resample_month(std::span<const DayTotal> days, const Scenario& scenario, double replica_count,
                              Time month, const Resampling& settings = {});

}  // namespace breakeven
