// SPDX-License-Identifier: MIT
#include "analysis/document_schema.hpp"

#include <algorithm>

#include "analysis/metrics.hpp"
#include "inputs/input_table.hpp"
#include "io/embedded.hpp"
#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

// An input of a scenario: an id, a word, or a number or quantity in the row's domain.
Json given_input(const OptionRow& input) {
  Json value{{"description", std::string(input.help)}};
  if (input.default_value) value["default"] = *input.default_value;
  if (!input.words.empty()) {
    value["enum"] = std::vector<std::string>(input.words.begin(), input.words.end());
    return value;
  }
  if (is_text(input)) {
    value["$ref"] = input.measure == Measure::id ? "#/$defs/id" : "#/$defs/tiers";
    return value;
  }
  Json number{{"type", input.domain.integer ? "integer" : "number"}};
  number["minimum"] = input.domain.min;
  number["maximum"] = input.domain.max;
  value["anyOf"] = Json::array({std::move(number), {{"$ref", "#/$defs/quantity"}}});
  return value;
}

Json answered_input(const OptionRow& input) {
  return {{"$ref", is_text(input) ? "#/$defs/answered_text" : "#/$defs/answered_number"}};
}

// A definition that a file leaves as `true` is taken from the schema of compare.
void share_definitions(Json& definitions, const Json& shared) {
  for (auto& [name, definition] : definitions.members())
    if (definition == true) definition = shared.at(name);
}

// An input that a check repeats: a list of values, or a range of them.
Json repeated_input(const OptionRow& input) {
  return {{"anyOf", Json::array({{{"type", "array"}, {"minItems", 1}, {"items", given_input(input)}},
                                 {{"type", "string"}, {"minLength", 1}}})}};
}

// One of those values, as given.
Json repeated_value(const OptionRow&) { return {{"type", Json::array({"string", "number"})}}; }

// Gives a definition of inputs one property for each row of the input table.
void fill_inputs(Json& definitions, std::string_view name, Json (*property_of)(const OptionRow&)) {
  Json* inputs = definitions.find(name);
  if (!inputs) return;
  for (const OptionRow& input : input_table) (*inputs)["properties"][std::string(input.key)] = property_of(input);
}

// A row of a sweep can have any input and any figure besides its fixed columns.
void fill_row(Json& definitions) {
  Json* row = definitions.find("sweep_row");
  if (!row) return;
  Json& properties = (*row)["properties"];
  for (const OptionRow& input : input_table)
    if (!properties.contains(input.key))
      properties[std::string(input.key)] = {{"type", is_name(input) ? "string" : "number"}};
  for (const Metric& metric : metrics())
    properties[std::string(metric.path)] = {{"type", Json::array({"number", "null"})}};
}

// Whether the schema describes a file that gives inputs.
bool is_file(std::string_view name) { return name == "scenario" || name == "checks"; }

}  // namespace

std::vector<std::string_view> schema_names() {
  const auto embedded_names = embedded::schema_names();
  std::vector<std::string_view> names(embedded_names.begin(), embedded_names.end());
  std::sort(names.begin(), names.end());
  return names;
}

std::string schema_list() {
  std::string all;
  for (const std::string_view name : schema_names()) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

Json schema(std::string_view name) {
  Json document = io::parse_json(embedded::schema(name)).value();
  Json& definitions = document["$defs"];
  share_definitions(definitions, io::parse_json(embedded::schema("compare"))->at("$defs"));
  fill_inputs(definitions, "inputs", is_file(name) ? given_input : answered_input);
  fill_inputs(definitions, "repeated_inputs", repeated_input);
  fill_inputs(definitions, "point", repeated_value);
  fill_row(definitions);
  return document;
}

}  // namespace breakeven::app
