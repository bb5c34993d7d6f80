// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/break_even.hpp"
#include "inputs/question.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// Null if the text is empty.
Json text_or_null(std::string_view text);

/// An amount in the unit that its key names, or null.
template <class Amount, class Unit>
Json amount_or_null(const std::optional<Amount>& amount, Unit unit) {
  return amount ? Json(*amount / unit) : Json();
}

/// What an answer was asked with, for its view.
struct AnswerContext {
  const InputSet& inputs;
  const io::Diagnostics& problems;
  bool verbose = false;
  Json settings{};  // of a command that has any
};

/// The keys at the start of every answer.
Json document_header(std::string_view schema);
/// "inputs" and "warnings", the keys at the end of every answer.
void close_document(Json& document, const InputSet& inputs, const io::Diagnostics& problems);

Json inputs_document(const InputSet& inputs);
Json diagnostics_document(const io::Diagnostics& problems);
Json diagnostics_document(io::Diagnostics problems, io::Severity severity);
Json error_document(const io::Diagnostics& problems);

/// Status, value and reason; the value is in the unit that the key names.
Json break_even_document(const Result<double>& break_even);

/// A count as an integer, if a double holds it exactly.
Json count_of(double number);

}  // namespace breakeven::app
