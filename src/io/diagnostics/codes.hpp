// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::io {

/// A diagnostic code; `explain CODE` prints all of it. `failing` is a command line that causes the code, `mended` the
/// corrected one; a test runs both in the source directory.
struct DiagnosticCode {
  std::string code;
  std::string title;
  std::string explanation;
  std::string failing;
  std::string mended;
};

/// The entries of a breakeven.diagnostics document, in order.
std::vector<DiagnosticCode> read_diagnostic_codes(const Text& text, Diagnostics& problems);

}  // namespace breakeven::io
