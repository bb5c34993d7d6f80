// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace breakeven::report {

/// A text as a CSV field, quoted if RFC 4180 requires it.
void append_field(std::string& text, std::string_view field);

/// A cell of a streamed row as a CSV field; an empty cell is an empty field.
void append_field(std::string& text, const Cell& cell);

/// A cell as a JSON value, with the same digits.
void append_json(std::string& text, const Cell& cell);

}  // namespace breakeven::report
