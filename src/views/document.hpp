// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/compare.hpp"
#include "inputs/question.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// Null where the text is empty.
Json text_or_null(std::string_view text);

/// The keys that every answer begins with.
Json document_header(std::string_view schema);
/// "inputs" and "warnings", the keys that every answer ends with.
void close_document(Json& document, const InputSet& inputs, const io::Diagnostics& problems);

Json inputs_document(const InputSet& inputs);
Json diagnostics_document(const io::Diagnostics& problems);
Json diagnostics_document(io::Diagnostics problems, io::Severity severity);
/// `more` holds what was asked beside the answer itself: ranges, chances.
Json compare_document(const Comparison& comparison, const Question& question, const Json& more,
                      const io::Diagnostics& problems);
Json error_document(const io::Diagnostics& problems);

/// Status, value and reason; the value is in what the key says.
Json break_even_document(const BreakEven<double>& break_even);

/// A count as an integer, as long as a double holds it exactly.
Json count_of(double number);

}  // namespace breakeven::app
