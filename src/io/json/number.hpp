// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "text/characters.hpp"

namespace breakeven::io {

/// The lengths of a JSON number (RFC 8259, section 6) and of its leading parts; 0 if there is no number.
struct NumberSizes {
  std::size_t whole = 0;     // sign and digits before the point
  std::size_t mantissa = 0;  // all before the exponent
  std::size_t all = 0;
};

/// The sizes of the number at the start of the text.
inline NumberSizes number_sizes(std::string_view text) {
  const auto skip_digits = [&](std::size_t at) {
    while (at < text.size() && text::is_digit(text[at])) ++at;
    return at;
  };
  NumberSizes sizes;
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  sizes.all = sizes.mantissa = sizes.whole = skip_digits(begin);
  if (sizes.whole == begin || (text[begin] == '0' && sizes.whole > begin + 1)) return {};
  if (sizes.whole < text.size() && text[sizes.whole] == '.') {
    sizes.all = sizes.mantissa = skip_digits(sizes.whole + 1);
    if (sizes.mantissa == sizes.whole + 1) return {};
  }
  if (sizes.mantissa < text.size() && (text[sizes.mantissa] == 'e' || text[sizes.mantissa] == 'E')) {
    std::size_t exponent = sizes.mantissa + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    sizes.all = skip_digits(exponent);
    if (sizes.all == exponent) return {};
  }
  return sizes;
}

/// Whether the written number is not 0 but `read` is: it underflowed.
inline bool became_zero(std::string_view text, double read) {
  return read == 0 && text.substr(0, text.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
}

}  // namespace breakeven::io
