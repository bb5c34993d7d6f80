// SPDX-License-Identifier: MIT
#include "io/codes/codes.hpp"

namespace breakeven::io {

std::span<const DiagnosticCode> diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes = [] {
    std::vector<DiagnosticCode> all;
    for (const auto family :
         {usage_codes(), quantity_codes(), json_codes(), shape_codes(), catalog_codes(), import_codes(), model_codes(),
          fit_codes(), traffic_codes(), check_codes(), output_codes(), warning_codes(), entry_warning_codes()})
      all.insert(all.end(), family.begin(), family.end());
    return all;
  }();
  return codes;
}

}  // namespace breakeven::io
