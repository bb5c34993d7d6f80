// SPDX-License-Identifier: MIT
// Compiles the library's code here, whichever kind of library is installed.
#define FMT_HEADER_ONLY
#include <fmt/format.h>

#include "text/format.hpp"

namespace breakeven::text {

std::string vformat(fmt::string_view format, fmt::format_args arguments) { return fmt::vformat(format, arguments); }

}  // namespace breakeven::text
