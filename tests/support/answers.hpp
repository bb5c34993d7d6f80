// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "process.hpp"

namespace breakeven::test {

/// Options that ask the small catalog of the transcripts instead of the built-in one.
inline const std::string market = " --no-builtin --catalog tests/transcripts/prices.json";

/// What `breakeven LINE` prints; it must answer.
inline std::string answered(const std::string& line, const std::string& standard_input = {},
                            const std::vector<std::string>& environment = {}) {
  const Outcome outcome = run_words(words_of(line), standard_input, environment);
  INFO(line << "\n" << outcome.err);
  REQUIRE(outcome.exit_code == 0);
  return outcome.out;
}

/// The JSON document that it prints.
inline nlohmann::ordered_json document(const std::string& line, const std::string& standard_input = {},
                                       const std::vector<std::string>& environment = {}) {
  return nlohmann::ordered_json::parse(answered(line + " -f json", standard_input, environment));
}

/// The number at a JSON pointer.
inline double number(const nlohmann::ordered_json& document, const std::string& pointer) {
  return document.at(nlohmann::ordered_json::json_pointer(pointer)).get<double>();
}

/// Whether an answer has this warning.
inline bool warns(const nlohmann::ordered_json& answer, const std::string& code) {
  for (const auto& warning : answer.at("warnings"))
    if (warning.at("code") == code) return true;
  return false;
}

}  // namespace breakeven::test
