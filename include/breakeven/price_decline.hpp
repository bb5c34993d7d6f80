// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/break_even.hpp"
#include "breakeven/units.hpp"

namespace breakeven {

// Prices that fall all the time (MODEL 2.11): p(t) = p₀·e^(−δt) with t in years. Declines are the share D by which a
// price falls within a year; below 0 it rises. Domain everywhere: D < 1.

/// δ = −ln(1−D), per year.
double continuous_rate(double annual_decline);

/// What is left of a price after some months: (1−D)^(months/12).
double price_factor(double annual_decline, double months);

/// The mean of a price over the months to come, as a multiple of today's: (1−e^(−δT))/(δT). With an annual interest
/// rate the mean is weighted by what a payment of its time is worth today. Domain: months >= 0, interest > −1.
double mean_price_factor(double annual_decline, double months, double annual_interest = 0);

/// One capacity, committed to for `months` at a discount and paid for every hour, against on demand at a floating
/// price, paid for the share `usage` of the hours. Domain: months > 0, 0 <= discount <= 1, 0 <= usage <= 1.
struct Commitment {
  double months = 12;
  double discount = 0;
  double annual_decline = 0;  // of the on-demand price
  double usage = 1;
};

/// The discount above which the commitment pays: 1 − usage·(1−e^(−δT))/(δT). Below 0 if it pays at a premium too.
double commitment_break_even_discount(const Commitment& commitment);

/// The annual decline from which on the commitment no longer pays. Never if it does not pay at constant prices;
/// always, at 1, where it costs nothing.
Result<double> commitment_break_even_decline(const Commitment& commitment);

/// The share of the hours that on-demand capacity must be used for the commitment to pay, g_r/g_od at constant prices
/// (MODEL 2.6). Never above 1, with what it would take.
Result<double> commitment_break_even_usage(const Commitment& commitment);

/// What is paid at once to save from then on.
struct Investment {
  Money price;                // C₀
  Money saved_per_month;      // A: what the alternative costs today
  Money running_per_month;    // E: what the bought thing costs to run
  double annual_decline = 0;  // of the alternative's price
};

/// A·(1−e^(−δt))/δ − E·t − C₀ with t in months: what is left after so long.
Money balance(const Investment& investment, double months);

/// The months after which the balance is 0. Amounts >= 0. Never if the alternative falls faster than it pays back.
Result<double> payback_months(const Investment& investment);

/// The months after which a volume that grows by `monthly_growth` each month reaches another:
/// ln(wanted/volume)/ln(1+growth). Always if it is there already. Domain: growth > −1.
Result<double> months_until(Tokens wanted, Tokens volume, double monthly_growth);

}  // namespace breakeven
