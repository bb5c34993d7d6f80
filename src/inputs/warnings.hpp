// SPDX-License-Identifier: MIT
#pragma once

#include "inputs/question.hpp"

namespace breakeven::app {

inline constexpr int stale_after_days = 180;
inline constexpr std::string_view shape_error_help =
    "longer requests than the record's make self-hosting look too cheap, shorter ones too dear: measure at your own "
    "shape";

/// What an answer rests on that the asker should know: old prices, bands answered by their midpoint, defaults that
/// matter, a record of another shape, an estimate.
void warn(const Question& question, const Requirements& needs, Date today, io::Diagnostics& warnings);

io::Diagnostic warning(std::string_view code, std::string message, std::string help = {});

/// Whether a record's total rate was taken at requests more than twofold away from `shape`, with no phase rates to
/// correct it.
bool is_far_from(const ThroughputRecord& record, const RequestShape& shape);

/// The warning of an input share that was not given.
io::Diagnostic unknown_mix(const InputValue& share);

/// The warning of a price that is too old at `today`, if it is.
std::optional<io::Diagnostic> stale_price(const std::string& id, Date as_of, Date today);

}  // namespace breakeven::app
