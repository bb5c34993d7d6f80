// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// Parses YYYY-MM-DD; absent if there is no such day.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);

}  // namespace breakeven::io
