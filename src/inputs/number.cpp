// SPDX-License-Identifier: MIT
#include "inputs/number.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "text/characters.hpp"

namespace breakeven::app {
namespace {

// The end of the run of characters that `belongs` accepts.
template <class Predicate>
std::size_t end_of_run(std::string_view text, std::size_t begin, Predicate belongs) {
  while (begin < text.size() && belongs(text[begin])) ++begin;
  return begin;
}

// The end of the exponent at `begin`, or `begin` if there is none.
std::size_t end_of_exponent(std::string_view text, std::size_t begin) {
  const auto is_one_of = [&](std::size_t at, std::string_view letters) {
    return at < text.size() && letters.find(text[at]) != std::string_view::npos;
  };
  if (!is_one_of(begin, "eE")) return begin;
  const std::size_t digits = begin + (is_one_of(begin + 1, "+-") ? 2 : 1);
  const std::size_t end = end_of_run(text, digits, text::is_digit);
  return end > digits ? end : begin;
}

bool has_stray_underscore(std::string_view mantissa) {
  for (std::size_t i = 0; i < mantissa.size(); ++i) {
    const bool between =
        i > 0 && i + 1 < mantissa.size() && text::is_digit(mantissa[i - 1]) && text::is_digit(mantissa[i + 1]);
    if (mantissa[i] == '_' && !between) return true;
  }
  return false;
}

}  // namespace

std::variant<NumberText, NumberFault> read_number_text(std::string_view text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const auto of_mantissa = [](char letter) {
    return text::is_digit(letter) || letter == '.' || letter == '_' || letter == ',';
  };
  const std::size_t mantissa_end = end_of_run(text, begin, of_mantissa);
  const std::string_view mantissa = text.substr(begin, mantissa_end - begin);
  if (std::none_of(mantissa.begin(), mantissa.end(), text::is_digit)) return NumberFault::none_there;
  if (mantissa.find(',') != std::string_view::npos) return NumberFault::comma;
  if (has_stray_underscore(mantissa)) return NumberFault::stray_underscore;

  NumberText read{.text = text.substr(0, end_of_exponent(text, mantissa_end))};
  std::string digits(read.text);
  std::erase_if(digits, [](char letter) { return letter == '_' || letter == '+'; });
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, read.number);
  if (error == std::errc::result_out_of_range) return NumberFault::out_of_range;
  if (error != std::errc() || stop != end) return NumberFault::two_points;
  return read;
}

}  // namespace breakeven::app
