// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/traces/sql/identifier.hpp"

namespace breakeven::io {

/// How an engine says it. {} is an expression, {0} and {1} for two; an expression that is wider
/// than a name or a number comes in parentheses.
struct SqlDialect {
  std::string_view name;
  SqlQuoting quoting;
  std::string_view run;           // lines that say how its result becomes the CSV traffic.csv
  std::string_view microseconds;  // whole ones since 1970 in UTC, of a timestamp
  std::string_view scaled;        // of a number and a power of ten: the product, exact where the number is
  std::string_view thousandth;    // of a number, rounded down or not at all: exact where the number is
  std::string_view bigint;        // the number as 64 bits
  std::string_view quotient;      // of 64-bit integers, which divide
  std::string_view remainder;     // of 64-bit integers, with the sign of the first
  std::string_view text;          // lowercase, of anything
  std::string_view summand;       // a 64-bit integer as it is summed up beyond 64 bits
  std::string_view factor;  // a 64-bit integer up to 1e12 whose square is summed up beyond 64 bits, or as a double
  std::string_view
      fence;              // after a subquery: keeps its expressions from being calculated again wherever they are named
  std::string_view cell;  // a value such that NULL becomes an empty field
};

std::span<const SqlDialect> sql_dialects();

/// `format` with the expressions in place.
std::string filled(std::string_view format, std::string_view first, std::string_view second = {});

}  // namespace breakeven::io
