// SPDX-License-Identifier: MIT
#include "views/document.hpp"

#include "io/date.hpp"
#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

Json location_document(const io::Location& location) {
  const auto number = [](std::size_t value) { return value == 0 ? Json() : Json(value); };
  return Json{{"file", text_or_null(location.file)},
              {"pointer", location.file.empty() ? Json() : Json(location.pointer)},
              {"line", number(location.line)},
              {"column", number(location.column)},
              {"argument", text_or_null(location.argument)}};
}

Json diagnostic_document(const io::Diagnostic& diagnostic) {
  return Json{{"severity", diagnostic.severity == io::Severity::error ? "error" : "warning"},
              {"code", diagnostic.code},
              {"message", diagnostic.message},
              {"location", diagnostic.location ? location_document(*diagnostic.location) : Json()},
              {"notes", diagnostic.notes},
              {"help", text_or_null(diagnostic.help)}};
}

Json value_of(const OptionRow& input, const InputValue& value) {
  if (input.measure == Measure::tiers) return value.text;
  return is_name(input) ? Json(value.id) : Json(value.number);
}

Json input_document(const OptionRow& input, const InputValue& value) {
  Json cited;
  if (value.cited) cited = Json{{"source", value.cited->source}, {"as_of", io::format_date(value.cited->as_of)}};
  return Json{{"value", value_of(input, value)},
              {"source", name(value.source)},
              {"origin", text_or_null(value.origin)},
              {"text", text_or_null(value.text)},
              {"cited", std::move(cited)}};
}

}  // namespace

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json document_header(std::string_view schema) {
  constexpr std::size_t most_keys = 24;
  Json document = Json{{"schema", schema},
                       {"schema_version", io::schema_version},
                       {"tool", Json{{"name", "breakeven"}, {"version", BREAKEVEN_VERSION}}},
                       {"currency", "usd"}};
  document.members().reserve(most_keys);
  return document;
}

void close_document(Json& document, const InputSet& inputs, const io::Diagnostics& problems) {
  document["inputs"] = inputs_document(inputs);
  document["warnings"] = diagnostics_document(problems, io::Severity::warning);
}

Json inputs_document(const InputSet& inputs) {
  Json document = Json::object();
  auto& members = document.members();
  members.reserve(input_count);
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

Json break_even_document(const Result<double>& break_even) {
  return Json{{"status", name(break_even.status)},
              {"value", break_even.value ? Json(*break_even.value) : Json()},
              {"reason", break_even.reason.empty() ? Json() : Json(break_even.reason)}};
}

Json count_of(double number) {
  constexpr double exact_integers = 9007199254740992.0;
  return number < exact_integers ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

}  // namespace breakeven::app
