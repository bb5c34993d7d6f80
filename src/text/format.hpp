// SPDX-License-Identifier: MIT
#pragma once

#if __has_include(<fmt/base.h>)
#include <fmt/base.h>
#else
#include <fmt/core.h>
#endif

#include <string>
#include <string_view>

namespace breakeven::text {

std::string vformat(fmt::string_view format, fmt::format_args arguments);

/// fmt::format with its templates compiled in one file; the format is checked at compile time.
template <class... Arguments>
std::string format(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  return text::vformat(format, fmt::make_format_args(arguments...));
}

}  // namespace breakeven::text
