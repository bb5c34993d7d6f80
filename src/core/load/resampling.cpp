// SPDX-License-Identifier: MIT
#include "breakeven/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "core/numerics/random.hpp"

namespace breakeven {
namespace {

constexpr std::string_view too_few_days = "a month cannot be resampled from fewer than two whole days";
constexpr Time day = 24.0 * hour;
constexpr double day_tolerance = 1e-9;

void add(DayTotal& sum, const DayTotal& other, double part) {
  sum.tokens += other.tokens * part;
  sum.overflow_tokens += other.overflow_tokens * part;
  sum.overflow_api += other.overflow_api * part;
  sum.served_marginal += other.served_marginal * part;
}

DayTotal total_of(const LoadBin& bin, double replica_count) {
  const double carried = bin.replicas > replica_count ? replica_count / bin.replicas : 1;
  const double served = replica_count > 0 ? carried : 0;
  return {.tokens = bin.tokens,
          .overflow_tokens = bin.tokens * (1 - served),
          .overflow_api = bin.api * (1 - served),
          .served_marginal = bin.marginal * served};
}

std::size_t draw_below(std::size_t count, std::mt19937_64& generator) {
  const double place = draw_probability(generator) * static_cast<double>(count);
  return std::min(static_cast<std::size_t>(place), count - 1);
}

// The days split into weekdays and weekends, or all as one kind if either has too few.
class Calendar {
 public:
  explicit Calendar(std::span<const DayTotal> days) {
    for (const DayTotal& each : days) (each.is_weekend ? weekend_ : working_).push_back(each);
    constexpr std::size_t few = 2;
    is_apart_ = working_.size() >= few && weekend_.size() >= few;
    if (!is_apart_) working_.assign(days.begin(), days.end());
  }

  bool is_apart() const { return is_apart_; }

  DayTotal draw_month(double day_count, std::mt19937_64& generator) const {
    constexpr std::size_t week = 7;
    constexpr std::size_t saturday = 5;
    std::size_t today = is_apart_ ? draw_below(week, generator) : 0;
    DayTotal sum;
    for (double left = day_count; left > day_tolerance; left -= 1, ++today) {
      const auto& kind = is_apart_ && today % week >= saturday ? weekend_ : working_;
      add(sum, kind[draw_below(kind.size(), generator)], std::min(1.0, left));
    }
    return sum;
  }

 private:
  std::vector<DayTotal> working_{};
  std::vector<DayTotal> weekend_{};
  bool is_apart_ = false;
};

Money api_bill(const Scenario& scenario, const DayTotal& month) {
  if (is_proportional(scenario.api)) return month.overflow_api;
  if (month.overflow_tokens <= Tokens{}) return {};
  return api_cost(scenario.api, scenario.workload, month.overflow_tokens);
}

// Welford's mean and variance, exact for constant values. Sorts the values.
template <class Value>
Spread<Value> spread_of(std::vector<Value>& values) {
  double count = 0;
  double mean = 0;
  double squares = 0;
  for (const Value value : values) {
    count += 1;
    const double from = value.held() - mean;
    mean += from / count;
    squares += from * (value.held() - mean);
  }
  std::sort(values.begin(), values.end());
  const auto at = [&](std::size_t percent) {
    return values[values.size() / 100 * percent + (values.size() % 100 * percent + 99) / 100 - 1];
  };
  return {.p05 = at(5),
          .p95 = at(95),
          .mean = Value::from_held(mean),
          .standard_error = Value::from_held(count > 1 ? std::sqrt(squares / (count - 1)) : 0)};
}

}  // namespace

std::vector<DayTotal> whole_days(std::span<const LoadBin> bins, double replica_count) {
  std::vector<DayTotal> days;
  DayTotal today;
  Time elapsed;
  Time begun;
  for (const LoadBin& bin : bins) {
    add(today, total_of(bin, replica_count), 1);
    elapsed += bin.width;
    if (elapsed < day * static_cast<double>(days.size() + 1) * (1 - day_tolerance)) continue;
    // If the last bin does not end with the day, the day is longer or shorter; scale it to 24 hours.
    add(days.emplace_back(), today, day / (elapsed - begun));
    today = {};
    begun = elapsed;
  }
  return days;
}

ResampledMonth resample_month(std::span<const DayTotal> days, const Scenario& scenario, double replica_count,
                              Time month, const Resampling& settings) {
  if (settings.month_count < 1) throw std::domain_error("at least one month is drawn");
  if (days.size() < 2) return {.reason = too_few_days};
  Money kept;
  const SelfHost& self_host = scenario.self_host;
  if (replica_count > 0)
    kept = self_host.fixed + (replica_hour_price(self_host) * month + self_host.replica_fixed) *
                                 (replica_count + static_cast<double>(self_host.spare_replicas));
  const auto month_count = static_cast<std::size_t>(settings.month_count);
  std::vector<Tokens> tokens(month_count);
  std::vector<Money> costs(month_count);
  std::mt19937_64 generator = stream_of(settings.seed, 0);
  const Calendar calendar(days);
  for (std::size_t i = 0; i < month_count; ++i) {
    const DayTotal drawn = calendar.draw_month(month / day, generator);
    tokens[i] = drawn.tokens;
    costs[i] = kept + drawn.served_marginal + api_bill(scenario, drawn);
  }
  return {.tokens = spread_of(tokens), .cost = spread_of(costs), .weekends_apart = calendar.is_apart()};
}

}  // namespace breakeven
