// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "io/diagnostics/codes.hpp"

namespace breakeven::app {

/// All codes that the program can print, by family and number. Reads the embedded table on the first call; a broken
/// one is a std::logic_error.
const std::vector<io::DiagnosticCode>& diagnostic_codes();

}  // namespace breakeven::app
