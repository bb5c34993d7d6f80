// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace breakeven::text {

/// Readable numbers: commas between thousands, no negative zero. Amounts are in the unit in the name.

/// "1,825.00" from 1 up; three significant digits below: "0.822".
std::string money(double usd);
/// Three decimals, more if they would show 0: "0.600", "0.00012".
std::string per_mtok(double usd_per_mtok);
/// "46.3%".
std::string percent(double ratio);
/// That many significant digits, without trailing zeros: "2,500", "0.82191781".
std::string significant(double number, int digits);
/// Significant digits with a multiplier: "3.04 B", "850".
std::string volume(double count, int digits = 3);
/// "3.04": how many times as much.
std::string times(double factor);
/// A whole number with commas.
std::string count(double number);
/// "1 row", "2,000 rows".
std::string counted(double number, std::string_view noun);
/// A number with its unit, after any multiplier: "3.04 Btok", "850 tok".
std::string with_unit(const std::string& number, std::string_view unit);
/// The shortest text that reads back as the same number; without an exponent if that is short.
std::string plain(double number);

}  // namespace breakeven::text
