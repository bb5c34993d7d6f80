// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "process.hpp"

namespace breakeven::test {

/// What `breakeven LINE` prints; it must answer.
inline std::string answered(const std::string& line) {
  const Outcome outcome = run_line("breakeven " + line);
  INFO(line << "\n" << outcome.err);
  REQUIRE(outcome.exit_code == 0);
  return outcome.out;
}

/// The JSON document that it prints.
inline nlohmann::ordered_json document(const std::string& line) {
  return nlohmann::ordered_json::parse(answered(line + " -f json"));
}

}  // namespace breakeven::test
