// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "io/json/document.hpp"

namespace breakeven::io {

/// Reads ordinary JSON into `value` like parse_json, several times as fast (for 100,000 benchmark lines the library's
/// lexer took most of the time). Reads a bare Infinity, -Infinity and NaN as the strings "inf", "-inf" and "". Own
/// code, because simdjson 3.0.1 takes 0.9 to 3 times as long to fill the same values (price lists and benchmark lines,
/// -O2), and Debian 12 has it only as a shared library, which a static program cannot link.
/// False if the text has a comment, nesting deeper than 64 levels, a number out of range or keys that may be equal, or
/// is not JSON: parse_json then reads or rejects it. Overwrites `value`, which is fast if the keys stay the same, as
/// they mostly do from line to line.
bool read_ordinary_json(std::string_view text, Json& value);

}  // namespace breakeven::io
