// SPDX-License-Identifier: MIT
#include "cli/schemas.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "cli/inputs.hpp"
#include "cli/run.hpp"
#include "io/document.hpp"
#include "io/embedded.hpp"

namespace breakeven::cli {
namespace {

using report::Json;

// The command line whose JSON is the example of an answer.
struct ExampleRow {
  std::string_view schema;
  std::vector<std::string> words;
};

const std::vector<ExampleRow>& example_rows() {
  static const std::vector<std::string> typed{"--gpu-price", "2.5usd/h", "--throughput", "2500tok/s", "--api-price", "0.6usd/Mtok", "--volume", "1B/month"};
  static const auto with = [](std::vector<std::string> words, bool add_typed) {
    if (add_typed) words.insert(words.end(), typed.begin(), typed.end());
    return words;
  };
  static const std::vector<ExampleRow> rows{
      {"catalog", with({"catalog", "show", "h100-sxm", "gmi/h100-sxm"}, false)},
      {"compare", with({"compare"}, true)},
      {"diagnostic_code", with({"explain", "BE-Q005"}, false)},
      {"error", with({"compare", "--volume", "1B/month"}, false)},
      {"explain", with({"explain", "self_host.usd_per_mtok"}, true)},
      {"rank", with({"rank", "--model", "llama-3.3-70b", "--volume", "10B/month", "--shape", "3000:1000", "--provider", "DeepInfra"}, false)},
  };
  return rows;
}

Json scenario_example() {
  return {{"schema", "breakeven.scenario"},
          {"schema_version", io::schema_version},
          {"inputs",
           {{"gpu_usd_per_hour", "2.50usd/h"},
            {"tok_per_s", 2500},
            {"api_input_usd_per_mtok", 0.4},
            {"api_output_usd_per_mtok", 1.2},
            {"requests_per_month", "500k/month"},
            {"input_tok", 1500},
            {"output_tok", 300},
            {"max_utilization_ratio", "70%"}}}};
}

// A value of the table of inputs, as a scenario file may hold it.
Json input_schema(const InputRow& input) {
  Json value{{"description", std::string(input.help)}};
  if (input.measure == Measure::id) {
    value["type"] = "string";
    value["minLength"] = 1;
    return value;
  }
  Json number{{"type", input.domain.integer ? "integer" : "number"}, {"maximum", input.domain.max}};
  number[input.domain.min_open ? "exclusiveMinimum" : "minimum"] = input.domain.min;
  value["anyOf"] = {std::move(number), {{"type", "string"}, {"minLength", 1}}};
  if (input.default_value) value["default"] = *input.default_value;
  return value;
}

// Puts a property for every row of the table where a schema leaves "properties" of its inputs open.
void fill_inputs(Json& document) {
  if (const auto defs = document.find("$defs"); defs != document.end() && defs->contains("answered_input")) {
    Json properties = Json::object();
    for (const InputRow& input : input_table) properties[std::string(input.key)] = {{"$ref", "#/$defs/answered_input"}};
    (*defs)["inputs"]["properties"] = std::move(properties);
  }
  if (document.contains("properties") && document["properties"].contains("inputs") && document["properties"]["inputs"].contains("additionalProperties")) {
    Json properties = Json::object();
    for (const InputRow& input : input_table) properties[std::string(input.key)] = input_schema(input);
    document["properties"]["inputs"]["properties"] = std::move(properties);
  }
}

}  // namespace

std::vector<std::string_view> schema_names() {
  const auto embedded_names = embedded::schema_names();
  std::vector<std::string_view> names(embedded_names.begin(), embedded_names.end());
  std::sort(names.begin(), names.end());
  return names;
}

Json schema(std::string_view name) {
  Json document = Json::parse(embedded::schema(name));
  fill_inputs(document);
  return document;
}

Json schema_example(std::string_view name) {
  const auto& rows = example_rows();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const ExampleRow& row) { return row.schema == name; });
  if (found == rows.end()) return scenario_example();
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  std::vector<std::string> words = found->words;
  words.insert(words.end(), {"--format", "json"});
  run({.words = std::move(words), .environment = {}, .in = &in, .out = &out, .err = &err});
  return Json::parse(out.str());
}

}  // namespace breakeven::cli
