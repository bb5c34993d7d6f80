// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <numeric>
#include <stdexcept>

namespace breakeven {

/// Exponents of the four base dimensions of prices and rates.
struct Dimension {
  int money = 0;
  int time = 0;
  int token = 0;
  int request = 0;

  friend constexpr bool operator==(const Dimension&, const Dimension&) = default;
  friend constexpr Dimension operator+(Dimension a, Dimension b) {
    return {a.money + b.money, a.time + b.time, a.token + b.token, a.request + b.request};
  }
  friend constexpr Dimension operator-(Dimension a, Dimension b) {
    return {a.money - b.money, a.time - b.time, a.token - b.token, a.request - b.request};
  }
};

/// An exact positive rational, always in lowest terms.
struct Scale {
  long long numerator = 1;
  long long denominator = 1;

  friend constexpr Scale operator*(Scale a, Scale b) {
    const long long first = std::gcd(a.numerator, b.denominator);
    const long long second = std::gcd(b.numerator, a.denominator);
    return {(a.numerator / first) * (b.numerator / second), (a.denominator / second) * (b.denominator / first)};
  }
  friend constexpr Scale operator/(Scale a, Scale b) { return a * Scale{b.denominator, b.numerator}; }
  constexpr double apply(double value) const {
    const double scaled = numerator == 1 ? value : value * static_cast<double>(numerator);
    return denominator == 1 ? scaled : scaled / static_cast<double>(denominator);
  }
};

/// The size of a dimension's storage unit, in dollars, hours, tokens and requests. Every dimension is stored in the
/// unit of its JSON key (usd per hour, usd per Mtok, tok per second), so values round-trip unchanged.
constexpr Scale held_in(Dimension dimension) {
  if (dimension == Dimension{.money = 1, .token = -1}) return {1, 1'000'000};
  const bool counts = dimension.token != 0 || dimension.request != 0;
  if (dimension.time == -1 && dimension.money == 0 && counts) return {3600, 1};
  if (dimension.time == 1 && counts) return {1, 3600};
  return {};
}

/// An exact unit: a dimension and a size, without a value; `2.5 * usd / hour` makes a Quantity.
template <Dimension D, Scale S>
struct Unit {};

template <Dimension D, Scale S, Dimension E, Scale T>
constexpr auto operator*(Unit<D, S>, Unit<E, T>) {
  return Unit<D + E, S * T>{};
}
template <Dimension D, Scale S, Dimension E, Scale T>
constexpr auto operator/(Unit<D, S>, Unit<E, T>) {
  return Unit<D - E, S / T>{};
}

/// A number with its dimension in the type: a wrong unit does not compile. If the dimensions cancel, the result is a
/// plain double.
template <Dimension D>
class Quantity {
 public:
  constexpr Quantity() = default;
  /// `held` is in the unit of held_in(D); prefer `number * unit`.
  static constexpr Quantity from_held(double held) { return Quantity(held); }
  constexpr double held() const { return held_; }

  constexpr Quantity& operator+=(Quantity other) { return held_ += other.held_, *this; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.held_ + b.held_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.held_ - b.held_); }
  friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.held_); }
  friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity(a.held_ * factor); }
  friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity(factor * a.held_); }
  friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity(a.held_ / divisor); }
  friend constexpr auto operator<=>(Quantity a, Quantity b) = default;
  friend constexpr Quantity absolute(Quantity a) { return a.held_ < 0 ? -a : a; }

 private:
  constexpr explicit Quantity(double held) : held_(held) {}
  double held_ = 0;
};

namespace detail {
template <Dimension D>
constexpr auto make(double held) {
  if constexpr (D == Dimension{})
    return held;
  else
    return Quantity<D>::from_held(held);
}
}  // namespace detail

template <Dimension D, Dimension E>
constexpr auto operator*(Quantity<D> a, Quantity<E> b) {
  constexpr Scale scale = held_in(D) * held_in(E) / held_in(D + E);
  return detail::make<D + E>(scale.apply(a.held() * b.held()));
}
template <Dimension D, Dimension E>
constexpr auto operator/(Quantity<D> a, Quantity<E> b) {
  constexpr Scale scale = held_in(D) / held_in(E) / held_in(D - E);
  constexpr auto up = static_cast<double>(scale.numerator);
  constexpr auto down = static_cast<double>(scale.denominator);
  return detail::make<D - E>((a.held() * up) / (b.held() * down));
}
template <Dimension D, Dimension E, Scale S>
constexpr auto operator*(Quantity<D> a, Unit<E, S>) {
  constexpr Scale scale = held_in(D) * S / held_in(D + E);
  return detail::make<D + E>(scale.apply(a.held()));
}
template <Dimension D, Dimension E, Scale S>
constexpr auto operator/(Quantity<D> a, Unit<E, S>) {
  constexpr Scale scale = held_in(D) / S / held_in(D - E);
  return detail::make<D - E>(scale.apply(a.held()));
}
template <Dimension D, Scale S>
constexpr auto operator*(double number, Unit<D, S>) {
  constexpr Scale scale = S / held_in(D);
  return Quantity<D>::from_held(scale.apply(number));
}

inline constexpr Unit<Dimension{.money = 1}, Scale{}> usd;
inline constexpr Unit<Dimension{.time = 1}, Scale{}> hour;
inline constexpr Unit<Dimension{.time = 1}, Scale{1, 3600}> second;
inline constexpr Unit<Dimension{.token = 1}, Scale{}> token;
inline constexpr Unit<Dimension{.token = 1}, Scale{1'000'000, 1}> mtok;
inline constexpr Unit<Dimension{.request = 1}, Scale{}> request;

using Money = Quantity<Dimension{.money = 1}>;
using Time = Quantity<Dimension{.time = 1}>;
using Tokens = Quantity<Dimension{.token = 1}>;
using Frequency = Quantity<Dimension{.time = -1}>;
using Requests = Quantity<Dimension{.request = 1}>;
using HourlyPrice = Quantity<Dimension{.money = 1, .time = -1}>;
using TokenPrice = Quantity<Dimension{.money = 1, .token = -1}>;
using RequestFee = Quantity<Dimension{.money = 1, .request = -1}>;
using TokenRate = Quantity<Dimension{.time = -1, .token = 1}>;
using TokensPerRequest = Quantity<Dimension{.token = 1, .request = -1}>;
/// Seconds of a replica per request.
using ServiceTime = Quantity<Dimension{.time = 1, .request = -1}>;
/// The KV-read cost c of MODEL 2.2, in seconds per squared token of one request.
using ContextCost = Quantity<Dimension{.time = 1, .token = -2, .request = 1}>;

/// A share in [0, 1]. Anything else is a programming error and throws std::domain_error.
class Fraction {
 public:
  constexpr explicit Fraction(double value) : value_(value) {
    if (!(value >= 0 && value <= 1)) throw std::domain_error("a Fraction lies in [0, 1]");
  }
  constexpr operator double() const { return value_; }
  constexpr Fraction complement() const { return Fraction(1 - value_); }

 private:
  double value_;
};

}  // namespace breakeven
