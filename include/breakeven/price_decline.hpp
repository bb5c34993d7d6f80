// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/break_even.hpp"
#include "breakeven/units.hpp"

namespace breakeven {

// Prices that fall continuously (MODEL 2.11): p(t) = p₀·e^(−δt), t in years. A decline D is the share that a price
// loses per year; negative if it rises. Domain everywhere: D < 1.

/// δ = −ln(1−D), per year.
double continuous_rate(double annual_decline);

/// The remaining share of a price after some months: (1−D)^(months/12).
double price_factor(double annual_decline, double months);

/// The mean price over the coming months, as a multiple of today's: (1−e^(−δT))/(δT). With an annual interest rate,
/// each price is weighted by the present value of a payment at that time. Domain: months >= 0, interest > −1.
double mean_price_factor(double annual_decline, double months, double annual_interest = 0);

/// Capacity committed for `months` at a discount and paid for every hour, versus on demand at a floating price, paid
/// for a share `usage` of the hours. Domain: months > 0, 0 <= discount <= 1, 0 <= usage <= 1.
struct Commitment {
  double months = 12;
  double discount = 0;
  double annual_decline = 0;  // of the on-demand price
  double usage = 1;
};

/// The discount above which the commitment pays: 1 − usage·(1−e^(−δT))/(δT). Negative if it pays even at a premium.
double commitment_break_even_discount(const Commitment& commitment);

/// The annual decline from which the commitment no longer pays. Status `never` if it does not pay even at constant
/// prices; `always`, with value 1, if it costs nothing.
Result<double> commitment_break_even_decline(const Commitment& commitment);

/// The share of hours that on-demand capacity must be used for the commitment to pay: g_r/g_od at constant prices
/// (MODEL 2.6). Status `never` if it exceeds 1, with the share in `needed`.
Result<double> commitment_break_even_usage(const Commitment& commitment);

/// An up-front payment that saves money every month.
struct Investment {
  Money price;                // C₀
  Money saved_per_month;      // A: the alternative's cost today
  Money running_per_month;    // E: the cost of running the purchase
  double annual_decline = 0;  // of the alternative's price
};

/// A·(1−e^(−δt))/δ − E·t − C₀, t in months: the net gain after `months`.
Money balance(const Investment& investment, double months);

/// The months until the balance is 0. Domain: amounts >= 0. Status `never` if the alternative's price falls faster than
/// the investment pays back.
Result<double> payback_months(const Investment& investment);

/// The months until a volume that grows by `monthly_growth` per month reaches `wanted`: ln(wanted/volume)/ln(1+growth).
/// Status `always` if it is there already. Domain: growth > −1.
Result<double> months_until(Tokens wanted, Tokens volume, double monthly_growth);

}  // namespace breakeven
