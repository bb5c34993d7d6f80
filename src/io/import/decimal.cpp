// SPDX-License-Identifier: MIT
#include "io/import/decimal.hpp"

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
  if (end == begin) return std::nullopt;
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
  if (value.is_string()) return shifted(value.get_ref<const std::string&>(), exponent);
  if (!value.is_number()) return std::nullopt;
  if (value.is_number_unsigned()) return shifted(std::to_string(value.get<std::uint64_t>()), exponent);
  if (value.is_number_integer()) return shifted(std::to_string(value.get<std::int64_t>()), exponent);
  std::array<char, longest> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value.get<double>());
  if (error != std::errc()) return std::nullopt;
  return shifted(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())), exponent);
}

}  // namespace breakeven::io
