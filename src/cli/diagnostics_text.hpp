// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// Diagnostics as text: code, message, the place with a caret, notes and help.
std::string diagnostics_text(const io::Diagnostics& diagnostics, bool color);

}  // namespace breakeven::app
