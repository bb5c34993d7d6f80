// SPDX-License-Identifier: MIT
#include "io/decimal.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/json/number.hpp"
#include "text/format.hpp"

namespace breakeven::io {
namespace {

constexpr std::size_t longest = 64;

// A number as signed digits times a power of ten.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

std::optional<Decimal> decimal_of(std::string_view text) {
  const NumberSizes sizes = number_sizes(text);
  if (text.size() > longest || sizes.all == 0 || sizes.all != text.size()) return std::nullopt;
  Decimal decimal{std::string(text.substr(0, sizes.whole))};
  if (sizes.mantissa < sizes.all) {
    const char* begin = text.data() + sizes.mantissa + (text[sizes.mantissa + 1] == '+' ? 2 : 1);
    constexpr int largest_exponent = 1000;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), decimal.exponent);
    if (error != std::errc() || std::abs(decimal.exponent) > largest_exponent) return std::nullopt;
  }
  if (sizes.whole < sizes.mantissa) {
    decimal.digits += text.substr(sizes.whole + 1, sizes.mantissa - sizes.whole - 1);
    decimal.exponent -= static_cast<int>(sizes.mantissa - sizes.whole - 1);
  }
  return decimal;
}

std::optional<double> number_of(const Decimal& decimal) {
  const std::string text = decimal.digits + "e" + std::to_string(decimal.exponent);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

// The text of a number, or of a string that may hold one.
std::optional<std::string> text_of_number(const Json& value) {
  if (value.is_string()) return value.string();
  if (auto integer = value.integer_text()) return std::move(*integer);
  if (!value.is_number()) return std::nullopt;
  std::array<char, longest> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value.number());
  return error == std::errc() ? std::optional(std::string(digits.data(), end)) : std::nullopt;
}

}  // namespace

std::optional<double> shifted(std::string_view decimal, int exponent) {
  auto found = decimal_of(decimal);
  if (!found) return std::nullopt;
  found->exponent += exponent;
  return number_of(*found);
}

std::optional<double> shifted_value(const Json& value, int exponent) {
  const auto text = text_of_number(value);
  return text ? shifted(*text, exponent) : std::nullopt;
}

std::optional<double> quotient(const Json& value, std::int64_t divisor) {
  const auto text = text_of_number(value);
  auto decimal = text ? decimal_of(*text) : std::nullopt;
  if (!decimal || decimal->digits.starts_with('-')) return std::nullopt;
  // Long division, with more digits than needed to tell the midpoints of doubles apart, and a last digit for the
  // remainder.
  constexpr int more_digits = 40;
  decimal->digits.append(more_digits, '0');
  decimal->exponent -= more_digits;
  std::int64_t rest = 0;
  for (char& digit : decimal->digits) {
    rest = rest * 10 + (digit - '0');
    digit = static_cast<char>('0' + rest / divisor);
    rest %= divisor;
  }
  if (rest != 0) decimal->digits += ".1";
  return number_of(*decimal);
}

std::string rounded(double number) { return text::format("{:.4g}", number); }

}  // namespace breakeven::io
