// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "breakeven/compare.hpp"
#include "breakeven/selection.hpp"
#include "inputs/given.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// A number of that measure in readable form, without its unit: "1,825.00", "0.822", "46.3%", "3.04 B".
std::string measured_text(Measure measure, double number);

/// An input's value in a table cell: round numbers stay as they are.
std::string value_text(Key key, const Value& value);

/// The same with its unit: "15.45 kreq/month".
std::string value_and_unit(Key key, const Value& value);

/// "1,825.00 usd".
std::string usd_text(Money amount);

/// "46.3%", as on an axis.
std::string percent_tick(double ratio);

/// "3.04 B", as on an axis.
std::string volume_tick(double amount);

/// A number to eight digits with its unit: "0.82191781 usd/h", "3.0416667 Btok/month".
std::string exact_text(Measure measure, double number);

/// A verdict's winner in a sentence: "self-hosting", "the API", "serverless".
std::string side_words(Verdict verdict);

/// How loaded a record's replica was: "offline", or "64 in flight"; empty if it does not say.
std::string load_text(const ThroughputRecord& record);

/// The word of the service tier that the API serves in, or nothing in standard service.
std::string service_text(const InputSet& inputs);

}  // namespace breakeven::app
