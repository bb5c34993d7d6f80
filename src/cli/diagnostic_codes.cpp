// SPDX-License-Identifier: MIT
#include "cli/diagnostic_codes.hpp"

#include <stdexcept>

#include "cli/diagnostics_text.hpp"
#include "io/embedded.hpp"

namespace breakeven::app {
namespace {

std::vector<io::DiagnosticCode> read_embedded_codes() {
  io::Diagnostics problems;
  auto codes = io::read_diagnostic_codes({"data/diagnostics.json", std::string(embedded::diagnostics())}, problems);
  if (!problems.empty()) throw std::logic_error(diagnostics_text(problems, false));
  return codes;
}

}  // namespace

const std::vector<io::DiagnosticCode>& diagnostic_codes() {
  static const std::vector<io::DiagnosticCode> codes = read_embedded_codes();
  return codes;
}

}  // namespace breakeven::app
