// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"

#include "io/date.hpp"
#include "io/document.hpp"

namespace breakeven::cli {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json location_document(const io::Location& location) {
  const auto number = [](std::size_t value) { return value == 0 ? Json() : Json(value); };
  return object_of(Member{"file", text_or_null(location.file)},
                   Member{"pointer", location.file.empty() ? Json() : Json(location.pointer)},
                   Member{"line", number(location.line)}, Member{"column", number(location.column)},
                   Member{"argument", text_or_null(location.argument)});
}

Json diagnostic_document(const io::Diagnostic& diagnostic) {
  return object_of(Member{"severity", diagnostic.severity == io::Severity::error ? "error" : "warning"},
                   Member{"code", diagnostic.code}, Member{"message", diagnostic.message},
                   Member{"location", diagnostic.location ? location_document(*diagnostic.location) : Json()},
                   Member{"notes", diagnostic.notes}, Member{"help", text_or_null(diagnostic.help)});
}

Json value_of(const InputRow& input, const InputValue& value) {
  if (input.measure == Measure::tiers) return value.text;
  return is_name(input) ? Json(value.id) : Json(value.number);
}

Json input_document(const InputRow& input, const InputValue& value) {
  Json cited;
  if (value.cited)
    cited = object_of(Member{"source", value.cited->source}, Member{"as_of", io::format_date(value.cited->as_of)});
  return object_of(Member{"value", value_of(input, value)}, Member{"source", name(value.source)},
                   Member{"origin", text_or_null(value.origin)}, Member{"text", text_or_null(value.text)},
                   Member{"cited", std::move(cited)});
}

}  // namespace

Json document_header(std::string_view schema) {
  constexpr std::size_t most_keys = 24;
  Json document =
      object_of(Member{"schema", schema}, Member{"schema_version", io::schema_version},
                Member{"tool", object_of(Member{"name", "breakeven"}, Member{"version", BREAKEVEN_VERSION})},
                Member{"currency", "usd"});
  io::members_of(document, most_keys);
  return document;
}

void close_document(Json& document, const InputSet& inputs, const io::Diagnostics& problems) {
  document["inputs"] = inputs_document(inputs);
  document["warnings"] = diagnostics_document(problems, io::Severity::warning);
}

Json inputs_document(const InputSet& inputs) {
  Json document = Json::object();
  auto& members = io::members_of(document, input_count);
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i]) members.emplace_back(std::string(row(Key{i}).key), input_document(row(Key{i}), *inputs[i]));
  return document;
}

Json diagnostics_document(const io::Diagnostics& problems) {
  Json array = Json::array();
  for (const io::Diagnostic& problem : problems) array.push_back(diagnostic_document(problem));
  return array;
}

Json diagnostics_document(io::Diagnostics problems, io::Severity severity) {
  std::erase_if(problems, [&](const io::Diagnostic& problem) { return problem.severity != severity; });
  return diagnostics_document(problems);
}

Json error_document(const io::Diagnostics& problems) {
  Json document = document_header("breakeven.error");
  document["exit_code"] = 2;
  document["diagnostics"] = diagnostics_document(problems, io::Severity::error);
  return document;
}

Json break_even_document(const BreakEven<double>& break_even) {
  return object_of(Member{"status", name(break_even.status)},
                   Member{"value", break_even.value ? Json(*break_even.value) : Json()},
                   Member{"reason", break_even.reason.empty() ? Json() : Json(break_even.reason)});
}

Json count_of(double number) {
  constexpr double exact_integers = 9007199254740992.0;
  return number < exact_integers ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

}  // namespace breakeven::cli
