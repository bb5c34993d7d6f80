// SPDX-License-Identifier: MIT
#include "io/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace breakeven::io {
namespace {

constexpr std::size_t longest = 64;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

// Where the mantissa of a JSON number ends, or nothing.
std::optional<std::size_t> mantissa_end(std::string_view text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  std::size_t end = skip_digits(text, begin);
  const bool has_leading_zero = end > begin + 1 && text[begin] == '0';
  if (end == begin || has_leading_zero) return std::nullopt;
  if (end == text.size() || text[end] != '.') return end;
  const std::size_t fraction = end + 1;
  end = skip_digits(text, fraction);
  return end == fraction ? std::nullopt : std::optional(end);
}

// The exponent behind the mantissa, 0 where there is none.
std::optional<int> exponent_of(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest.front() != 'e' && rest.front() != 'E') return std::nullopt;
  rest.remove_prefix(1);
  if (rest.starts_with('+')) rest.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
  constexpr int largest_exponent = 1000;
  const bool whole = error == std::errc() && end == rest.data() + rest.size();
  return whole && exponent >= -largest_exponent && exponent <= largest_exponent ? std::optional(exponent)
                                                                                : std::nullopt;
}

// The text of a number or of a string, which may hold one.
std::optional<std::string> decimal_of(const Json& value) {
  if (value.is_string()) return value.string();
  if (auto integer = value.integer_text()) return std::move(*integer);
  if (!value.is_number()) return std::nullopt;
  std::array<char, longest> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value.number());
  return error == std::errc() ? std::optional(std::string(digits.data(), end)) : std::nullopt;
}

}  // namespace

std::optional<double> shifted(std::string_view decimal, int exponent) {
  if (decimal.size() > longest) return std::nullopt;
  const auto end = mantissa_end(decimal);
  if (!end) return std::nullopt;
  const auto written = exponent_of(decimal.substr(*end));
  if (!written) return std::nullopt;
  const std::string text = std::string(decimal.substr(0, *end)) + "e" + std::to_string(*written + exponent);
  double number = 0;
  const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<double> shifted_value(const Json& value, int exponent) {
  const auto text = decimal_of(value);
  return text ? shifted(*text, exponent) : std::nullopt;
}

std::optional<double> quotient(const Json& value, std::int64_t divisor) {
  const auto text = decimal_of(value);
  if (!text || text->size() > longest || text->starts_with('-')) return std::nullopt;
  const auto end = mantissa_end(*text);
  const auto written = end ? exponent_of(text->substr(*end)) : std::nullopt;
  if (!written) return std::nullopt;
  const std::size_t point = std::min(text->find('.'), *end);
  std::string digits = text->substr(0, point);
  if (point < *end) digits += text->substr(point + 1, *end - point - 1);
  // Long division: with more digits than a double's midpoints have to be told apart by, and a last one for the rest.
  constexpr int more_digits = 40;
  const int exponent = *written - static_cast<int>(*end - std::min(point + 1, *end)) - more_digits;
  digits.append(more_digits, '0');
  std::int64_t rest = 0;
  for (char& digit : digits) {
    rest = rest * 10 + (digit - '0');
    digit = static_cast<char>('0' + rest / divisor);
    rest %= divisor;
  }
  const std::string found = digits + (rest == 0 ? "e" : ".1e") + std::to_string(exponent);
  double number = 0;
  const auto [last, error] = std::from_chars(found.data(), found.data() + found.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::string rounded(double number) {
  constexpr int digits = 4;
  std::array<char, 32> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, digits);
  return {text.data(), end};
}

}  // namespace breakeven::io
