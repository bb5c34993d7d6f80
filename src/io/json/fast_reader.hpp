// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "io/json/document.hpp"

namespace breakeven::io {

/// Reads ordinary JSON into `value` as parse_json does, several times as fast (a benchmark's 100,000 lines took most of
/// their time in the library's lexer), with a bare Infinity, -Infinity and NaN as the texts "inf", "-inf" and "".
/// Own code, as simdjson 3.0.1 takes 0.9 to 3 times as long to fill the same values (price lists and lines of
/// benchmarks, -O2), and Debian 12 has it as a shared library alone, which a static program cannot link.
/// False where the text has a comment, nesting deeper than 64 levels, a number out of range, keys that may be the same,
/// or is not JSON at all: parse_json reads or refuses it. What `value` held is written over, which is fast where the
/// keys are the same: lines of one file mostly have the same.
bool read_ordinary_json(std::string_view text, Json& value);

}  // namespace breakeven::io
