// SPDX-License-Identifier: MIT
// The schemas that `breakeven schema` prints; tests/validate/documents.py holds documents against them.
#include "analysis/document_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "inputs/input_table.hpp"
#include "io/json/document.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

void check_object(const Json& node) {
  INFO(node.dump().substr(0, 200));
  const Json* open = node.find("additionalProperties");
  CHECK((open && *open != true));
  if (const Json* required = node.find("required"))
    for (const Json& key : *required) CHECK(node.at("properties").contains(key.string()));
}

// Every object is closed, every reference leads somewhere, and no definition is left open.
void check_node(const Json& node, const Json& definitions) {
  if (node.is_object()) {
    if (node.contains("type") && node.at("type") == "object") check_object(node);
    if (node.contains("$ref")) {
      const auto reference = node.at("$ref").string();
      INFO(reference);
      REQUIRE(reference.starts_with("#/$defs/"));
      CHECK(definitions.contains(reference.substr(std::string("#/$defs/").size())));
    }
  }
  for (const Json& element : node) check_node(element, definitions);
  if (node.is_object())
    for (const auto& [key, member] : node.members()) check_node(member, definitions);
}

Json printed(const std::vector<std::string>& words) {
  const test::Outcome outcome = test::run_words(words);
  INFO(outcome.err);
  REQUIRE(outcome.exit_code == 0);
  return io::parse_json(outcome.out).value();
}

}  // namespace

TEST_CASE("every schema is closed and complete") {
  for (const std::string_view name : app::schema_names()) {
    INFO(name);
    const Json schema = app::schema(name);
    CHECK(schema.at("$schema") == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema.at("$id") == "breakeven." + std::string(name) + "-1.0.schema.json");
    CHECK(schema.at("properties").at("schema").at("const") == "breakeven." + std::string(name));
    check_node(schema, schema.at("$defs"));
    for (const auto& [definition, content] : schema.at("$defs").members()) {
      INFO(definition);
      CHECK(content.is_object());
    }
  }
}

TEST_CASE("schemas know every input of the table, and no other") {
  for (const char* name : {"compare", "rank", "forecast", "commit", "buy", "explain", "scenario"}) {
    INFO(name);
    const Json properties = app::schema(name).at("$defs").at("inputs").at("properties");
    CHECK(properties.size() == app::input_count);
    for (const app::OptionRow& input : app::input_table) CHECK(properties.contains(std::string(input.key)));
  }
}

TEST_CASE("an input of a scenario has its domain and default") {
  const Json properties = app::schema("scenario").at("$defs").at("inputs").at("properties");
  const Json& spares = properties.at("spare_replicas");
  CHECK(spares.at("default") == 0);
  CHECK(spares.at("anyOf")[0] == Json{{"type", "integer"}, {"minimum", 0.0}, {"maximum", 1e9}});
  CHECK(spares.at("anyOf")[1].at("$ref") == "#/$defs/quantity");
  CHECK(properties.at("model").at("$ref") == "#/$defs/id");
  CHECK_FALSE(properties.at("tok_per_s").contains("default"));
}

TEST_CASE("every schema has an example of its kind, the same each time") {
  for (const std::string_view name : app::schema_names()) {
    INFO(name);
    const Json example = printed({"schema", std::string(name), "--example"});
    CHECK(example.at("schema") == "breakeven." + std::string(name));
    CHECK(example == printed({"schema", "--example", std::string(name)}));
    CHECK(printed({"schema", std::string(name)}) == app::schema(name));
  }
}

TEST_CASE("the example of a scenario is answered") {
  const std::string scenario = printed({"schema", "scenario", "--example"}).dump();
  const test::Outcome outcome = test::run_words({"compare", "--scenario", "-", "-f", "json"}, scenario);
  INFO(outcome.err);
  REQUIRE(outcome.exit_code == 0);
  const Json answer = io::parse_json(outcome.out).value();
  const Json asked = io::parse_json(scenario).value();
  for (const auto& [key, given] : asked.at("inputs").members()) {
    INFO(key);
    CHECK(answer.at("inputs").at(key).at("source") == "scenario");
  }
}

}  // namespace breakeven
