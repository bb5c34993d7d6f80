// SPDX-License-Identifier: MIT
#include "breakeven/price_decline.hpp"

#include <cmath>

namespace breakeven {
namespace {

constexpr double months_per_year = 12;

// (1−e^(−x))/x.
double mean_of_decay(double x) { return x == 0 ? 1 : -std::expm1(-x) / x; }

// The root of `f` between `low` and `high`, where it has different signs, to the last bit.
template <class Function>
double root_between(double low, double high, Function f) {
  const bool rises = f(high) >= 0;
  for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2)
    (f(middle) >= 0) == rises ? high = middle : low = middle;
  return high;
}

Result<double> no_break_even(std::string_view reason) { return {.status = Status::never, .reason = reason}; }

// The first time before `end` at which the balance is not negative.
Result<double> paid_back_before(double end, const Investment& investment) {
  const auto left = [&](double months) { return balance(investment, months) / usd; };
  return {.status = Status::at, .value = root_between(0, end, left)};
}

constexpr std::string_view falls_too_fast = "the price of the alternative falls faster than the purchase pays back";

Result<double> payback_while_falling(const Investment& investment, double rate) {
  const double saved = investment.saved_per_month / usd;
  const double price = investment.price / usd;
  if (investment.running_per_month == Money{}) {
    if (price >= saved / rate) return no_break_even(falls_too_fast);
    return {.status = Status::at, .value = -std::log1p(-rate * price / saved) / rate};
  }
  const double best = std::log(investment.saved_per_month / investment.running_per_month) / rate;
  if (balance(investment, best) < Money{}) return no_break_even(falls_too_fast);
  return paid_back_before(best, investment);
}

Result<double> payback_while_rising(const Investment& investment) {
  double end = 1;
  while (balance(investment, end) < Money{}) end *= 2;
  return paid_back_before(end, investment);
}

}  // namespace

double continuous_rate(double annual_decline) { return -std::log1p(-annual_decline); }

double price_factor(double annual_decline, double months) {
  return std::exp(-continuous_rate(annual_decline) * months / months_per_year);
}

double mean_price_factor(double annual_decline, double months, double annual_interest) {
  const double years = months / months_per_year;
  const double interest = std::log1p(annual_interest);
  return mean_of_decay((continuous_rate(annual_decline) + interest) * years) / mean_of_decay(interest * years);
}

double commitment_break_even_discount(const Commitment& commitment) {
  return 1 - commitment.usage * mean_price_factor(commitment.annual_decline, commitment.months);
}

Result<double> commitment_break_even_decline(const Commitment& commitment) {
  const double paid = 1 - commitment.discount;
  if (paid == 0) return {.status = Status::always, .value = 1};
  if (paid > commitment.usage) return no_break_even("it does not pay at constant prices");
  const double mean = paid / commitment.usage;
  if (mean == 1) return {.status = Status::at, .value = 0};
  // The mean of decay x is below 1/x.
  const double decay = root_between(0, 2 / mean, [&](double x) { return mean_of_decay(x) - mean; });
  return {.status = Status::at, .value = -std::expm1(-decay * months_per_year / commitment.months)};
}

Result<double> commitment_break_even_usage(const Commitment& commitment) {
  const double paid = 1 - commitment.discount;
  const double needed = paid / mean_price_factor(commitment.annual_decline, commitment.months);
  if (needed > 1)
    return {.status = Status::never, .needed = needed, .reason = "it does not pay even where every hour is used"};
  if (paid == 0) return {.status = Status::always, .value = 0.0, .needed = 0.0};
  return {.status = Status::at, .value = needed, .needed = needed};
}

Money balance(const Investment& investment, double months) {
  const double saved_months = months * mean_price_factor(investment.annual_decline, months);
  return investment.saved_per_month * saved_months - investment.running_per_month * months - investment.price;
}

Result<double> payback_months(const Investment& investment) {
  const auto& [price, saved, running, decline] = investment;
  const double rate = continuous_rate(decline) / months_per_year;
  if (rate >= 0 && saved <= running) return no_break_even("it costs as much to run as the alternative, or more");
  if (saved == Money{}) return no_break_even("the alternative costs nothing");
  if (price == Money{} && saved > running) return {.status = Status::always, .value = 0};
  if (rate == 0) return {.status = Status::at, .value = price / (saved - running)};
  return rate > 0 ? payback_while_falling(investment, rate) : payback_while_rising(investment);
}

Result<double> months_until(Tokens wanted, Tokens volume, double monthly_growth) {
  if (volume >= wanted) return {.status = Status::always, .value = 0};
  if (monthly_growth <= 0 || volume == Tokens{}) return no_break_even("the volume does not grow");
  return {.status = Status::at, .value = std::log(wanted / volume) / std::log1p(monthly_growth)};
}

}  // namespace breakeven
