// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/traces/sql/identifier.hpp"

namespace breakeven::io {

/// How an engine writes each expression. {} is an operand, or {0} and {1} for two; operands that are more than a name
/// or a number come in parentheses.
struct SqlDialect {
  std::string_view name;
  SqlQuoting quoting;
  std::string_view run;           // lines that explain how its result becomes the CSV traffic.csv
  std::string_view microseconds;  // whole microseconds since 1970 UTC, for a timestamp
  std::string_view scaled;        // a number times a power of ten, exact if the number is
  std::string_view thousandth;    // a thousandth of a number, rounded down or not at all; exact if the number is
  std::string_view bigint;        // a number as 64 bits
  std::string_view quotient;      // of 64-bit integers that divide evenly
  std::string_view remainder;     // of 64-bit integers, with the sign of the first
  std::string_view text;          // any value in lowercase
  std::string_view summand;       // a 64-bit integer that can be summed beyond 64 bits
  std::string_view factor;  // a 64-bit integer up to 1e12 whose square can be summed beyond 64 bits, or as a double
  std::string_view fence;   // after a subquery: keeps its expressions from being evaluated again at each use
  std::string_view cell;    // a value, with NULL as an empty field
};

std::span<const SqlDialect> sql_dialects();

/// `format` with the operands filled in.
std::string filled(std::string_view format, std::string_view first, std::string_view second = {});

}  // namespace breakeven::io
