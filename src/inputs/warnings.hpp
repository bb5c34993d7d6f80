// SPDX-License-Identifier: MIT
#pragma once

#include "inputs/question.hpp"

namespace breakeven::app {

inline constexpr int stale_after_days = 180;

/// Warns of what weakens the answer: old prices, bands answered at their midpoint, defaults that matter, a record of
/// another shape, an estimate.
void warn(const Question& question, const Requirements& needs, Date today, io::Diagnostics& warnings);

io::Diagnostic warning(std::string_view code, std::string message, std::string help = {});

/// How far rates such as this one usually are from what is measured, in a sentence.
std::string error_text(const SetUpRate& rate);

/// The shapes that a set-up was measured at: "1000:1000, 128:2048 and 3 more".
std::string shapes_text(const SetUpRate& rate);

/// What the nearest of so many records says of its latencies.
std::string latency_note(const ThroughputRecord& record, std::size_t count);

/// The warning of an input share that was not given.
io::Diagnostic unknown_mix();

/// The warning that a price is too old at `today`; absent if it is not.
std::optional<io::Diagnostic> stale_price(const std::string& id, Date as_of, Date today);

}  // namespace breakeven::app
