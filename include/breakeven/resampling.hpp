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

/// What a whole day of a trace held, and what of it overflowed a number of replicas.
struct DayTotal {
  Tokens tokens{};
  Tokens overflow_tokens{};
  Money overflow_api{};
  Money served_marginal{};
  bool is_weekend = false;  // for the caller to say, who knows when the trace began
};

/// The days of 24 hours that bins in the order of time, without gaps, make from the first one on. What is left at the
/// end is not a whole day. A bin across the end of a day counts to that in which it begins. Domain: no bin is wider
/// than a day.
std::vector<DayTotal> whole_days(std::span<const LoadBin> bins, double replica_count);

/// Of resampled months, by nearest rank.
template <class Value>
struct Spread {
  Value p05{};
  Value p95{};
  Value mean{};
  Value standard_error{};  // the standard deviation of the months about their mean
};

struct Resampling {
  std::int64_t month_count = 10'000;
  std::uint64_t seed = 1;
};

struct ResampledMonth {
  std::optional<Spread<Tokens>> tokens{};  // absent with a reason
  std::optional<Spread<Money>> cost{};
  std::string_view reason{};
  bool weekends_apart = false;
};

/// How far a month may differ from the trace: months of as many days as `month` has (the last one in part), each drawn
/// from the trace's with replacement (B. Efron, "Bootstrap methods", Annals of Statistics 7 (1979) 1–26). Its cost is
/// that of hybrid_row with `replica_count` replicas. Whole days keep what hours have to do with each other, but not
/// what days have. Where the trace has two days or more of either kind, a month begins on any day of the week, and its
/// weekends are drawn from weekends and its other days from the others. Absent below two whole days. The same seed
/// gives the same bytes everywhere.
/// Throws std::domain_error if month_count < 1.
ResampledMonth resample_month(std::span<const DayTotal> days, const Scenario& scenario, double replica_count,
                              Time month, const Resampling& settings = {});

}  // namespace breakeven
