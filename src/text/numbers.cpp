// SPDX-License-Identifier: MIT
#include "text/numbers.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include "text/format.hpp"

namespace breakeven::text {
namespace {

std::string with_commas(std::string_view digits) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  const std::size_t whole = std::min(digits.find('.'), digits.size()) - sign;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool between = i > sign && i < sign + whole;
    if (between && (sign + whole - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string without_negative_zero(std::string digits) {
  const bool zero = digits.find_first_of("123456789") == std::string::npos;
  if (zero && digits.starts_with('-')) digits.erase(0, 1);
  return digits;
}

std::string decimals(double number, int places) {
  return without_negative_zero(text::format("{:.{}f}", number, places));
}

// The decimal places that show `significant` digits of a number below 1.
int places_for(double number, int significant) {
  constexpr int most_places = 18;
  if (number == 0) return 2;
  return std::min(most_places, significant - 1 - static_cast<int>(std::floor(std::log10(std::abs(number)))));
}

}  // namespace

std::string money(double usd) {
  const bool small = usd != 0 && std::abs(usd) < 0.9995;
  return with_commas(decimals(usd, small ? places_for(usd, 3) : 2));
}

std::string per_mtok(double usd_per_mtok) {
  const bool vanishes = usd_per_mtok != 0 && std::abs(usd_per_mtok) < 0.0995;
  return with_commas(decimals(usd_per_mtok, vanishes ? std::max(3, places_for(usd_per_mtok, 3)) : 3));
}

std::string percent(double ratio) {
  const double parts = ratio * 100;
  const bool vanishes = parts != 0 && std::abs(parts) < 0.05;
  return (vanishes ? significant(parts, 2) : with_commas(decimals(parts, 1))) + "%";
}

std::string significant(double number, int digits) {
  if (number == 0) return "0";
  const int places = std::max(0, places_for(number, digits));
  std::string text = decimals(number, places);
  if (text.find('.') == std::string::npos) return with_commas(text);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return with_commas(text);
}

std::string volume(double count, int digits) {
  struct Multiplier {
    double size;
    const char* suffix;
  };
  static constexpr std::array<Multiplier, 4> multipliers{{{1e12, " T"}, {1e9, " B"}, {1e6, " M"}, {1e3, " k"}}};
  for (const Multiplier& multiplier : multipliers)
    if (std::abs(count) >= multiplier.size * 0.9995)
      return significant(count / multiplier.size, digits) + multiplier.suffix;
  return significant(count, digits);
}

std::string times(double factor) { return significant(factor, 3); }

std::string count(double number) { return with_commas(decimals(number, 0)); }

std::string plain(double number) {
  const std::string shortest = text::format("{}", number);
  const std::string fixed = text::format("{:f}", number);
  const bool exponent_of_whole =
      shortest.find('e') != std::string::npos && std::trunc(number) == number && std::abs(number) < 1e15;
  return exponent_of_whole ? fixed.substr(0, fixed.find('.')) : shortest;
}

std::string counted(double number, std::string_view noun) {
  return count(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string with_unit(const std::string& number, std::string_view unit) {
  if (unit.empty()) return number;
  const bool multiplied = number.back() >= 'A';
  return number + (multiplied ? "" : " ") + std::string(unit);
}

}  // namespace breakeven::text
