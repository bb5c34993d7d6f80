// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/picture.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The text in ASCII: what formulas and sentences use is spelled out (a middle dot is *, delta is its name), and any
/// other character is escaped as \u{e9}; a byte that is no UTF-8 as \x{ff}.
std::string in_ascii(std::string_view text);

/// All texts of a block in ASCII; a literal stays JSON, with the escapes of JSON.
Block in_ascii(Block block);

/// All texts of a picture in ASCII, but for the ticks, which are written later.
Picture in_ascii(Picture picture);

}  // namespace breakeven::report
