// SPDX-License-Identifier: MIT
#include "inputs/quantity.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "catch.hpp"
#include "test_data.hpp"
#include "text/numbers.hpp"

namespace {

using namespace breakeven::app;
using breakeven::test::Draw;
using Catch::Matchers::WithinRel;

constexpr double month = 730;

std::optional<AmountRange> parsed(std::string_view text, Measure measure, UnitPolicy bare = UnitPolicy::required) {
  const auto result = parse_quantity(text, measure, bare);
  const auto* range = std::get_if<AmountRange>(&result);
  return range ? std::optional(*range) : std::nullopt;
}

std::optional<double> number(std::string_view text, Measure measure, UnitPolicy bare = UnitPolicy::required) {
  const auto range = parsed(text, measure, bare);
  return range ? std::optional(range->low.in_month(month)) : std::nullopt;
}

std::string code(std::string_view text, Measure measure, UnitPolicy bare = UnitPolicy::required) {
  const auto result = parse_quantity(text, measure, bare);
  const auto* problem = std::get_if<QuantityProblem>(&result);
  return problem ? std::string(problem->code) : "none";
}

std::string digits(double value) {
  std::array<char, 64> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

struct Typed {
  std::string_view text;
  Measure measure;
  double means;
};

}  // namespace

TEST_CASE("what is typed is meant to the last bit") {
  constexpr std::array table{
      Typed{"2.5usd/h", Measure::hourly_price, 2.5},
      Typed{"2.5$/h", Measure::hourly_price, 2.5},
      Typed{"$2.50/hour", Measure::hourly_price, 2.5},
      Typed{"60usd/day", Measure::hourly_price, 2.5},
      Typed{"1.8kusd/mo", Measure::hourly_price, 2.4657534246575343},
      Typed{"0.6usd/Mtok", Measure::token_price, 0.6},
      Typed{"0.6$/M", Measure::token_price, 0.6},
      Typed{"3e-6usd/tok", Measure::token_price, 3},
      Typed{"600usd/Btok", Measure::token_price, 0.6},
      Typed{"700tok/s", Measure::token_rate, 700},
      Typed{"700/s", Measure::token_rate, 700},
      Typed{"42k/min", Measure::token_rate, 700},
      Typed{"1B/month", Measure::monthly_tokens, 1e9},
      Typed{"1_000_000_000/mo", Measure::monthly_tokens, 1e9},
      Typed{"33M/day", Measure::monthly_tokens, 33e6 * 730 / 24},
      Typed{"12B/year", Measure::monthly_tokens, 1e9},
      Typed{"1Ttok/month", Measure::monthly_tokens, 1e12},
      Typed{"500k/month", Measure::monthly_requests, 5e5},
      Typed{"1req/s", Measure::monthly_requests, 3600 * 730},
      Typed{"0.2/h", Measure::hourly_count, 0.2},
      Typed{"12/day", Measure::hourly_count, 0.5},
      Typed{"90/month", Measure::monthly_count, 90},
      Typed{"3/day", Measure::monthly_count, 3.0 * 730 / 24},
      Typed{"10%", Measure::ratio, 0.1},
      Typed{"0.1", Measure::ratio, 0.1},
      Typed{".1", Measure::ratio, 0.1},
      Typed{"100%", Measure::ratio, 1},
      Typed{"720h", Measure::duration, 720},
      Typed{"30d", Measure::duration, 720},
      Typed{"1mo", Measure::duration, 730},
      Typed{"1week", Measure::duration, 168},
      Typed{"90min", Measure::duration, 1.5},
      Typed{"40s", Measure::seconds, 40},
      Typed{"1month", Measure::seconds, 730 * 3600},
      Typed{"1year", Measure::seconds, 12 * 730 * 3600.0},
      Typed{"1month", Measure::latency, 730 * 3.6e6},
      Typed{"1500usd/month", Measure::monthly_money, 1500},
      Typed{"18kusd/year", Measure::monthly_money, 1500},
      Typed{"0.01usd/req", Measure::request_fee, 0.01},
      Typed{"$5/kreq", Measure::request_fee, 0.005},
      Typed{"1.5k", Measure::tokens, 1500},
      Typed{"1500tok", Measure::tokens, 1500},
      Typed{"8", Measure::count, 8},
      Typed{"1.2", Measure::multiplier, 1.2},
      Typed{"1e-9", Measure::context_cost, 1e-9},
      Typed{"1e-9s/tok2", Measure::context_cost, 1e-9},
      Typed{"36months", Measure::span, 36},
      Typed{"1y", Measure::span, 12},
      Typed{"3year", Measure::span, 36},
      Typed{"2.5years", Measure::span, 30},
      Typed{"30kusd", Measure::money, 30'000},
      Typed{"$30k", Measure::money, 30'000},
      Typed{"0.7kW", Measure::power, 0.7},
      Typed{"700W", Measure::power, 0.7},
      Typed{"1.2MW", Measure::power, 1200},
      Typed{"0.10usd/kWh", Measure::energy_price, 0.1},
      Typed{"100usd/MWh", Measure::energy_price, 0.1},
      Typed{"2.5GiB", Measure::memory, 2.5},
      Typed{"81_559MiB", Measure::memory, 79.6474609375},
      Typed{"80GB", Measure::memory, 74.505805969238281},
      Typed{"10%/month", Measure::monthly_growth, 0.1},
      Typed{"-5%/mo", Measure::monthly_growth, -0.05},
      Typed{"20%/year", Measure::yearly_decline, 0.2},
      Typed{"-20%/y", Measure::yearly_decline, -0.2},
      Typed{"10%/year", Measure::yearly_interest, 0.1},
      Typed{" 2.5 usd / h ", Measure::hourly_price, 2.5},
      Typed{"2.5USD/h", Measure::hourly_price, 2.5},
      Typed{"-1usd/h", Measure::hourly_price, -1},
      Typed{"1e0usd/h", Measure::hourly_price, 1},
      Typed{"1E+1usd/h", Measure::hourly_price, 10},
  };
  for (const Typed& row : table) {
    INFO(row.text);
    CHECK(number(row.text, row.measure) == row.means);
  }
}

TEST_CASE("a bare number is in the key's unit beside the key, and nowhere else") {
  for (const Measure measure :
       {Measure::hourly_price, Measure::monthly_money, Measure::token_price, Measure::request_fee, Measure::token_rate,
        Measure::monthly_tokens, Measure::monthly_requests, Measure::duration, Measure::span, Measure::money,
        Measure::power, Measure::energy_price}) {
    INFO(static_cast<int>(measure));
    CHECK(number("2.5", measure, UnitPolicy::optional) == 2.5);
    CHECK(number("2.5k", measure, UnitPolicy::optional) == 2500);
    CHECK(code("2.5", measure) == "BE-Q005");
    CHECK(number("2.5" + std::string(unit_of(measure)), measure) == 2.5);
  }
}

TEST_CASE("a share per month and one per year convert by compounding") {
  const auto is = [](double value) { return WithinRel(value, 1e-14); };
  CHECK_THAT(number("100%/year", Measure::monthly_growth).value(), is(std::pow(2, 1.0 / 12) - 1));
  CHECK_THAT(number("-50%/year", Measure::monthly_growth).value(), is(std::pow(0.5, 1.0 / 12) - 1));
  CHECK_THAT(number("1%/month", Measure::yearly_interest).value(), is(std::pow(1.01, 12) - 1));
  CHECK_THAT(number("1%/month", Measure::yearly_decline).value(), is(1 - std::pow(0.99, 12)));
  CHECK_THAT(number("-1%/month", Measure::yearly_decline).value(), is(1 - std::pow(1.01, 12)));
  CHECK(number("120%/month", Measure::yearly_decline) == 1.2);
  CHECK(number("-200%/year", Measure::monthly_growth) == -2);
  CHECK(code("1%/week", Measure::monthly_growth) == "BE-Q007");
  CHECK(code("1e300%/month", Measure::yearly_interest) == "BE-Q003");
  for (const std::string_view text : {"10", "0.1", "10%"}) CHECK(code(text, Measure::monthly_growth) == "BE-Q005");
}

TEST_CASE("what cannot be meant has a code") {
  for (const std::string_view text : {"5", "$25", "0/h", ".50/h"})
    CHECK(code(text, Measure::hourly_price) == "BE-Q005");
  for (const std::string_view text :
       {"nan", "NaN", "inf", "-inf", "infinity", "", " ", "-", ".", "_", "+1", "e5", "usd/h"})
    CHECK(code(text, Measure::hourly_price) == "BE-Q001");
  for (const std::string_view text :
       {"1e400", "1e-400", "1e400usd/h", "1e308Tusd/h", "4e-324usd/year", "-1e999usd/h"}) {
    INFO(text);
    CHECK((code(text, Measure::hourly_price) == "BE-Q003" || number(text, Measure::hourly_price).value_or(0) != 0));
  }
  CHECK(code("2,5usd/h", Measure::hourly_price) == "BE-Q002");
  CHECK(code("1m/month", Measure::monthly_tokens) == "BE-Q004");
  CHECK(code("2.5eur/h", Measure::hourly_price) == "BE-Q006");
  CHECK(code("2.5usd/h", Measure::token_price) == "BE-Q007");
  CHECK(code(std::string(1, '\0'), Measure::count) == "BE-Q001");
  CHECK(code("1" + std::string(1, '\0'), Measure::count) == "BE-Q004");
}

TEST_CASE("a band has two ends, and one unit serves both") {
  const auto band = parsed("1.99..3.50usd/h", Measure::hourly_price);
  REQUIRE(band);
  CHECK(band->low.number == 1.99);
  CHECK(band->high.number == 3.5);
  const auto ratios = parsed("20%..70%", Measure::ratio);
  REQUIRE(ratios);
  CHECK(ratios->low.number == 0.2);
  CHECK(ratios->high.number == 0.7);
  const auto dollars = parsed("$1..2/h", Measure::hourly_price);
  REQUIRE(dollars);
  CHECK(dollars->high.number == 2);
  const auto first_unit = parsed("1e9/month..2e9", Measure::monthly_tokens);
  REQUIRE(first_unit);
  CHECK(first_unit->high.number == 2e9);
  const auto mixed = parsed("24usd/day..730usd/month", Measure::hourly_price);
  REQUIRE(mixed);
  CHECK(mixed->low.in_month(month) == 1);
  CHECK(mixed->high.in_month(month) == 1);
  for (const std::string_view text : {"..", "1..", "..1", "1..2..3", "1...2.."})
    CHECK(code(text, Measure::ratio) == "BE-Q001");
}

TEST_CASE("a printed number is read back as it was") {
  Draw draw(11);
  for (int i = 0; i < 20'000; ++i) {
    const double value = draw.scale(1e-15, 1e15);
    INFO(digits(value));
    CHECK(number(digits(value) + "usd/h", Measure::hourly_price) == value);
    CHECK(number(digits(value), Measure::tokens) == value);
    CHECK(number(breakeven::text::plain(value) + "tok/s", Measure::token_rate) == value);
    const auto band = parsed(digits(value) + ".." + digits(2 * value) + "usd/Mtok", Measure::token_price);
    REQUIRE(band);
    CHECK(band->low.number == value);
    CHECK(band->high.number == 2 * value);
  }
}

TEST_CASE("units of one kind convert into each other") {
  Draw draw(12);
  const auto read = [](double value, std::string_view unit, Measure measure) {
    return number(digits(value) + std::string(unit), measure).value();
  };
  for (int i = 0; i < 2'000; ++i) {
    const double x = draw.scale(1e-6, 1e6);
    CHECK_THAT(read(24 * x, "usd/day", Measure::hourly_price), WithinRel(x, 1e-15));
    CHECK_THAT(read(168 * x, "usd/week", Measure::hourly_price), WithinRel(x, 1e-15));
    CHECK_THAT(read(x / 3600, "usd/s", Measure::hourly_price), WithinRel(x, 1e-15));
    CHECK_THAT(read(8760 * x, "usd/year", Measure::hourly_price), WithinRel(x, 1e-15));
    CHECK_THAT(read(x, "kusd/Btok", Measure::token_price), WithinRel(x, 1e-15));
    CHECK_THAT(read(3600 * x, "tok/h", Measure::token_rate), WithinRel(x, 1e-15));
    CHECK_THAT(read(x, "Mtok/h", Measure::monthly_tokens), WithinRel(730e6 * x, 1e-15));
    CHECK_THAT(read(100 * x, "%", Measure::ratio), WithinRel(x, 1e-15));
  }
}
