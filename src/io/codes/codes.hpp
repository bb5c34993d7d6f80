// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "io/diagnostic.hpp"

// The codes of diagnostics, one file a family. A test runs their lines in the source directory.
namespace breakeven::io {

std::span<const DiagnosticCode> usage_codes();
std::span<const DiagnosticCode> quantity_codes();
std::span<const DiagnosticCode> json_codes();
std::span<const DiagnosticCode> shape_codes();
std::span<const DiagnosticCode> catalog_codes();
std::span<const DiagnosticCode> import_codes();
std::span<const DiagnosticCode> model_codes();
std::span<const DiagnosticCode> fit_codes();
std::span<const DiagnosticCode> traffic_codes();
std::span<const DiagnosticCode> check_codes();
std::span<const DiagnosticCode> output_codes();
std::span<const DiagnosticCode> warning_codes();
std::span<const DiagnosticCode> entry_warning_codes();

}  // namespace breakeven::io
