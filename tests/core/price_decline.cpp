// SPDX-License-Identifier: MIT
// Declining prices, commitments and paybacks: the numbers of MODEL 2.11, and what must hold of all.
#include "breakeven/price_decline.hpp"

#include <cmath>

#include "breakeven/ownership.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using test::is;

Investment investment(double price, double saved, double running, double decline = 0) {
  return {.price = price * usd,
          .saved_per_month = saved * usd,
          .running_per_month = running * usd,
          .annual_decline = decline};
}

// A purchase that pays back after `months` at constant prices.
Investment paying_back_after(double months, double price, double running, double decline) {
  return investment(price, price / months + running, running, decline);
}

void check_never(const Result<double>& answer) {
  CHECK(answer.status == Status::never);
  CHECK_FALSE(answer.value.has_value());
  CHECK_FALSE(answer.reason.empty());
}

}  // namespace

TEST_CASE("the golden break-even discounts of commitments are reproduced") {
  const auto document = test::read_data("golden_commitments.json");
  CHECK(document.at("cases").size() == 10);
  for (const auto& row : document.at("cases")) {
    INFO(row.dump());
    Commitment commitment{.months = row.at("months").get<double>(),
                          .annual_decline = row.at("annual_decline").get<double>()};
    const double discount = row.at("discount").get<double>();
    CHECK_THAT(commitment_break_even_discount(commitment), is(discount));
    commitment.discount = discount;
    CHECK_THAT(commitment_break_even_decline(commitment).value.value(), WithinRel(commitment.annual_decline, 1e-10));
    CHECK_THAT(commitment_break_even_usage(commitment).value.value(), is(1));
  }
}

TEST_CASE("the table of commitments, to the digits it states") {
  struct Row {
    double decline, one_year, three_years;
  };
  for (const Row row : {Row{0.2, 10.4, 27.1}, Row{0.3, 15.9, 38.6}, Row{0.4, 21.7, 48.8}, Row{0.5, 27.9, 57.9}}) {
    INFO(row.decline);
    CHECK_THAT(100 * commitment_break_even_discount({.months = 12, .annual_decline = row.decline}),
               WithinAbs(row.one_year, 0.05));
    CHECK_THAT(100 * commitment_break_even_discount({.months = 36, .annual_decline = row.decline}),
               WithinAbs(row.three_years, 0.05));
  }
  CHECK_THAT(commitment_break_even_decline({.months = 36, .discount = 0.35}).value.value(), WithinAbs(0.27, 0.005));
}

TEST_CASE("a commitment at the bounds") {
  CHECK(commitment_break_even_discount({.annual_decline = 0}) == 0);
  CHECK(commitment_break_even_discount({.annual_decline = 0, .usage = 0.25}) == 0.75);
  CHECK(commitment_break_even_discount({.annual_decline = -0.2}) < 0);
  CHECK(commitment_break_even_decline({.discount = 0}).value == 0.0);
  CHECK(commitment_break_even_decline({.discount = 1}).status == Status::always);
  check_never(commitment_break_even_decline({.discount = 0.3, .usage = 0.5}));
  CHECK(commitment_break_even_usage({.discount = 0.35}).value.value() == 0.65);
  CHECK(commitment_break_even_usage({.discount = 1}).status == Status::always);
  const auto beyond = commitment_break_even_usage({.months = 36, .discount = 0.1, .annual_decline = 0.5});
  check_never(beyond);
  CHECK(beyond.needed.value() > 1);
  check_never(commitment_break_even_usage({.months = 36, .discount = 0.35, .annual_decline = 0.3}));
}

TEST_CASE("a commitment at one of its break-evens costs what on demand does") {
  test::Draw draw(31);
  for (int i = 0; i < 5'000; ++i) {
    Commitment commitment{.months = draw.scale(1, 120),
                          .discount = draw.real(0.01, 0.99),
                          .annual_decline = draw.real(-0.5, 0.95),
                          .usage = draw.real(0.05, 1)};
    CAPTURE(i, commitment.months, commitment.discount, commitment.annual_decline, commitment.usage);
    const auto gap = [](const Commitment& at) { return at.discount - commitment_break_even_discount(at); };
    Commitment other = commitment;
    if (const auto usage = commitment_break_even_usage(commitment); usage.value) {
      other.usage = *usage.value;
      CHECK(std::abs(gap(other)) < 1e-12);
    }
    other = commitment;
    if (const auto decline = commitment_break_even_decline(commitment); decline.value) {
      other.annual_decline = *decline.value;
      if (*decline.value < 0.9999) CHECK(std::abs(gap(other)) < 1e-9);
      CHECK((gap(commitment) >= 0) == (commitment.annual_decline <= *decline.value));
    } else {
      CHECK(commitment.discount < 1 - commitment.usage);
    }
  }
}

TEST_CASE("the mean of a falling price is that of many moments") {
  test::Draw draw(32);
  constexpr int steps = 20'000;
  for (int i = 0; i < 50; ++i) {
    const double decline = draw.real(-1, 0.9);
    const double interest = draw.real(0, 0.3);
    const double months = draw.scale(1, 120);
    double paid = 0;
    double worth = 0;
    for (int step = 0; step < steps; ++step) {
      const double then = months * (step + 0.5) / steps;
      const double discounted = std::pow(1 + interest, -then / 12);
      paid += std::pow(1 - decline, then / 12) * discounted;
      worth += discounted;
    }
    CAPTURE(decline, interest, months);
    CHECK_THAT(mean_price_factor(decline, months, interest), WithinRel(paid / worth, 1e-6));
  }
  CHECK(mean_price_factor(0, 36) == 1);
  CHECK(mean_price_factor(0, 36, 0.1) == 1);
  CHECK_THAT(price_factor(0.2, 12), is(0.8));
  CHECK_THAT(price_factor(0.9, 36), is(0.001));
}

// 190, 800 and 200 tok/s for 176 h at 7.0833 usd/Mtok against A100s of 15 kusd and an RTX 5090 of 2 kusd, at 0.15
// usd/kWh, come to the static paybacks that the paper states (arXiv 2509.18101).
TEST_CASE("paybacks under falling prices, to the digits that they are stated in") {
  struct Row {
    double price, running, months, decline, expected;  // 0 for never
  };
  for (const Row row : {
           Row{240'000, 126.72, 69.3, 0, 69.3},
           Row{240'000, 126.72, 69.3, 0.1, 110.6},
           Row{240'000, 126.72, 69.3, 0.2, 0},
           Row{240'000, 126.72, 69.3, 0.5, 0},
           Row{15'000, 7.92, 17.757, 0, 17.8},
           Row{15'000, 7.92, 17.757, 0.2, 21.6},
           Row{15'000, 7.92, 17.757, 0.4, 33.7},
           Row{15'000, 7.92, 17.757, 0.5, 0},
       }) {
    CAPTURE(row.price, row.decline);
    const auto answer = payback_months(paying_back_after(row.months, row.price, row.running, row.decline));
    if (row.expected == 0)
      check_never(answer);
    else
      CHECK_THAT(answer.value.value(), WithinAbs(row.expected, 0.05));
  }
  CHECK_THAT(payback_months(paying_back_after(2.26, 2'000, 11.88, 0.5)).value.value(), WithinAbs(2.43, 0.01));
}

TEST_CASE("payback without running cost is closed, and ends where prices fall too fast") {
  const double rate = continuous_rate(0.3) / 12;
  CHECK_THAT(payback_months(investment(1000, 50, 0, 0.3)).value.value(), is(-std::log(1 - rate * 20) / rate));
  const double most = 50 / rate;
  CHECK(payback_months(investment(most * (1 - 1e-9), 50, 0, 0.3)).status == Status::at);
  check_never(payback_months(investment(most * (1 + 1e-9), 50, 0, 0.3)));
}

TEST_CASE("degenerate purchases") {
  check_never(payback_months(investment(1000, 0, 0)));
  check_never(payback_months(investment(1000, 50, 50)));
  check_never(payback_months(investment(1000, 50, 60, 0.2)));
  check_never(payback_months(investment(1000, 0, 0, -0.2)));
  CHECK(payback_months(investment(0, 50, 10)).status == Status::always);
  CHECK(payback_months(investment(1000, 50, 60, -0.5)).value.value() > 0);
}

TEST_CASE("a payback put back leaves nothing, and before it something is missing") {
  test::Draw draw(33);
  int paid_back = 0;
  for (int i = 0; i < 20'000; ++i) {
    const double saved = draw.scale(10, 10'000);
    const auto bought = investment(draw.scale(100, 100'000), saved, draw.one_in(3) ? 0 : saved * draw.real(0, 1.2),
                                   draw.one_in(4) ? 0 : draw.real(-0.5, 0.95));
    const auto answer = payback_months(bought);
    CAPTURE(i, bought.price / usd, bought.saved_per_month / usd, bought.running_per_month / usd, bought.annual_decline);
    if (answer.value) {
      ++paid_back;
      CHECK(std::abs(balance(bought, *answer.value) / bought.price) < 1e-8);
      CHECK(balance(bought, *answer.value * 0.99) < Money{});
    } else {
      for (double months = 1; months < 1e4; months *= 1.1) CHECK(balance(bought, months) < Money{});
    }
  }
  CHECK(paid_back > 2'000);
}

TEST_CASE("owned hardware of MODEL 2.11") {
  const Ownership h100{.price = 30'000.0 * usd,
                       .life_months = 36,
                       .residual = 0.2,
                       .cost_of_capital = 0.1,
                       .kilowatts = 0.7,
                       .power_usage_effectiveness = 1.3,
                       .per_kilowatt_hour = 0.1 * usd};
  const OwnedCost cost = owned_cost(h100, 730.0 * hour);
  CHECK_THAT(cost.capital / usd, WithinAbs(817.41, 0.005));
  CHECK_THAT(cost.power / usd, is(66.43));
  CHECK_THAT(cost.total() / usd / 730, WithinAbs(1.211, 0.0005));
}

TEST_CASE("capital recovery pays a loan back") {
  CHECK_THAT(capital_recovery_factor(0, 36), is(1.0 / 36));
  CHECK_THAT(capital_recovery_factor(1e-13, 36), WithinRel(1.0 / 36, 1e-9));
  CHECK_THAT(monthly_rate(0.1), is(std::pow(1.1, 1.0 / 12) - 1));
  double owed = 1;
  for (int month = 0; month < 36; ++month) owed = owed * 1.01 - capital_recovery_factor(0.01, 36);
  CHECK(std::abs(owed) < 1e-12);
  const Ownership kept{.price = 1'000.0 * usd, .life_months = 12, .residual = 1};
  CHECK(owned_cost(kept, 730.0 * hour).capital == Money{});
}

// Lenovo LP2225: 833,806 usd against 98.32 usd/h rented, with 0.87 usd/h of running cost; later about 33 usd/h.
TEST_CASE("hours after which buying is cheaper than renting") {
  CHECK_THAT(payback_months(investment(833'806, 98.32, 0.87)).value.value(), WithinAbs(8'556, 0.5));
  CHECK_THAT(payback_months(investment(833'806, 33, 0.87)).value.value(), WithinAbs(25'951, 0.5));
}

TEST_CASE("months until a growing volume gets there") {
  const auto months = [](double wanted, double volume, double growth) {
    return months_until(wanted * token, volume * token, growth);
  };
  CHECK_THAT(months(2e9, 1e9, 0.1).value.value(), is(std::log(2) / std::log(1.1)));
  CHECK(months(1e9, 1e9, 0.1).status == Status::always);
  check_never(months(2e9, 1e9, 0));
  check_never(months(2e9, 1e9, -0.1));
  check_never(months(2e9, 0, 0.1));
}

}  // namespace breakeven
