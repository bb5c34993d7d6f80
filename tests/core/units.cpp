// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include "breakeven/units.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept Equatable = requires(A a, B b) {
  a == b;
};
template <class A, class B>
concept Assignable = requires(A a, B b) {
  a = b;
};

template <class Value, class Expression>
constexpr bool gives = std::is_same_v<Value, std::remove_cvref_t<Expression>>;

}  // namespace

static_assert(Addable<Money, Money> && Subtractable<Tokens, Tokens> && Comparable<HourlyPrice, HourlyPrice>);
static_assert(!Addable<Money, Tokens> && !Addable<Money, double> && !Addable<double, Tokens>);
static_assert(!Subtractable<HourlyPrice, TokenPrice> && !Subtractable<Money, HourlyPrice>);
static_assert(!Comparable<Money, Tokens> && !Comparable<TokenRate, double> && !Equatable<RequestFee, TokenPrice>);
static_assert(!Assignable<Money&, Tokens> && !Assignable<Money&, double> && !Assignable<double&, Money>);
static_assert(!std::is_convertible_v<double, Money> && !std::is_constructible_v<Money, double>);
static_assert(!std::is_convertible_v<Money, double> && !std::is_convertible_v<double, Fraction>);
static_assert(!Assignable<TokenPrice&, decltype(2.5 * usd / hour)> &&
              !Assignable<Money&, decltype(1.0 * token / second)>);

static_assert(gives<HourlyPrice, decltype(2.5 * usd / hour)>);
static_assert(gives<TokenPrice, decltype(0.6 * usd / mtok)>);
static_assert(gives<TokenRate, decltype(700.0 * token / second)>);
static_assert(gives<Money, decltype(HourlyPrice{} * Time{})>);
static_assert(gives<Money, decltype(Tokens{} * TokenPrice{})>);
static_assert(gives<TokenPrice, decltype(Money{} / Tokens{})>);
static_assert(gives<Tokens, decltype(Money{} / TokenPrice{})>);
static_assert(gives<Tokens, decltype(TokenRate{} * Time{})>);
static_assert(gives<TokenPrice, decltype(RequestFee{} / TokensPerRequest{})>);
static_assert(gives<double, decltype(Money{} / Money{})>);
static_assert(gives<double, decltype(TokenRate{} / (token / second))>);
static_assert(gives<ServiceTime, decltype(ContextCost{} * TokensPerRequest{} * TokensPerRequest{})>);
static_assert(gives<ServiceTime, decltype(TokensPerRequest{} / TokenRate{})>);

static_assert(2.5 * usd / hour * (730.0 * hour) == 1825.0 * usd);

TEST_CASE("what was typed comes out as it was typed") {
  test::Draw draw(31);
  for (int i = 0; i < 10'000; ++i) {
    const double number = draw.scale(1e-9, 1e12);
    CHECK(number * usd / (1 * usd) == number);
    CHECK((number * usd / hour) / (usd / hour) == number);
    CHECK((number * usd / mtok) / (usd / mtok) == number);
    CHECK((number * token / second) / (token / second) == number);
    CHECK((number * token) / token == number);
    CHECK((number * request) / request == number);
    CHECK((number * hour) / hour == number);
    CHECK((number * usd / request) / (usd / request) == number);
  }
  CHECK((2500 * token / second).held() == 2500);
  CHECK((0.1 * usd / mtok).held() == 0.1);
  CHECK((2.5 * usd / hour).held() == 2.5);
}

TEST_CASE("a quantity may be read in another unit of its dimension") {
  CHECK(7200 * second == 2.0 * hour);
  CHECK(2.0 * hour / second == 7200);
  CHECK(3 * mtok == 3e6 * token);
  CHECK(1e9 * token / mtok == 1000);
  CHECK((3.6e6 * token / hour) / (token / second) == 1000);
  CHECK((0.5 * usd / second) / (usd / hour) == 1800);
  CHECK((2e-6 * usd / token) / (usd / mtok) == 2);
}

TEST_CASE("products and quotients are those of the units") {
  CHECK(0.6 * usd / mtok * (1e9 * token) == 600 * usd);
  CHECK(1e9 * token * (0.6 * usd / mtok) == 600 * usd);
  CHECK(600 * usd / (1e9 * token) == 0.6 * usd / mtok);
  CHECK(600 * usd / (0.6 * usd / mtok) == 1e9 * token);
  CHECK(2500 * token / second * (730.0 * hour) == 6.57e9 * token);
  CHECK(6.57e9 * token / (730.0 * hour) == 2500 * token / second);
  CHECK(2.5 * usd / hour / (700 * token / second) == 2.5 / 2.52 * usd / mtok);
  CHECK(0.002 * usd / request / (1000 * token / request) == 2 * usd / mtok);
  CHECK(1e6 * request * (1800 * token / request) == 1.8e9 * token);
  CHECK(500 * token / request / (1000 * token / second) == 0.5 * second / request);
  CHECK(0.5 * second * request / token / token * (2 * token / request) * (3 * token / request) == 3 * second / request);
}

TEST_CASE("quantities of one dimension are numbers") {
  Money amount = 3 * usd;
  amount += 1 * usd;
  CHECK(amount == 4 * usd);
  CHECK(-amount == -4 * usd);
  CHECK(amount + amount - 1 * usd == 7 * usd);
  CHECK(amount * 2 == 2 * amount);
  CHECK(amount / 4 == 1 * usd);
  CHECK(amount > 3.5 * usd);
  CHECK(Money{} == 0 * usd);
}

TEST_CASE("a fraction lies between 0 and 1") {
  CHECK(Fraction(0) == 0.0);
  CHECK(Fraction(1) == 1.0);
  CHECK(Fraction(0.3).complement() == 0.7);
  for (const double outside : {-1e-300, 1 + 1e-15, -1.0, 70.0, std::numeric_limits<double>::infinity(), std::nan("")})
    CHECK_THROWS_AS(Fraction(outside), std::domain_error);
}

}  // namespace breakeven
