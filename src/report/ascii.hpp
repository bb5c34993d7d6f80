// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/picture.hpp"
#include "report/report.hpp"

namespace breakeven::report {

/// The text in ASCII. Characters of formulas and sentences are spelled out (a middle dot is *, delta is its name); any
/// other is escaped as \u{e9}, and a byte that is not UTF-8 as \x{ff}.
std::string in_ascii(std::string_view text);

/// All texts of a block in ASCII; a literal stays JSON, with JSON escapes.
Block in_ascii(Block block);

/// All texts of a picture in ASCII, except the ticks, which are written later.
Picture in_ascii(Picture picture);

}  // namespace breakeven::report
