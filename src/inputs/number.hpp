// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <variant>

namespace breakeven::app {

/// The number at the start of a text, and its text.
struct NumberText {
  double number = 0;
  std::string_view text{};
};

/// Why no number can be read at the start of a text.
enum class NumberFault { none_there, comma, stray_underscore, two_points, out_of_range };

/// Reads `-1_000.5e-3`: decimal point, digits separated by single underscores, an exponent. Infinities, NaN,
/// hexadecimals and numbers that overflow, or underflow to 0, are faults.
std::variant<NumberText, NumberFault> read_number_text(std::string_view text);

/// The whole text as a whole number from `least` to `most`, digits only.
template <class Number>
std::optional<Number> read_whole_number(std::string_view text, Number least, Number most) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool read = error == std::errc() && end == text.data() + text.size();
  return read && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace breakeven::app
