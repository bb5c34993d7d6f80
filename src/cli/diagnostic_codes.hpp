// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "io/diagnostics/codes.hpp"

namespace breakeven::app {

/// All codes that the program can print, by family and number. The first call reads the embedded table; a broken one
/// throws std::logic_error.
const std::vector<io::DiagnosticCode>& diagnostic_codes();

}  // namespace breakeven::app
