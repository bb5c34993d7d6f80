// SPDX-License-Identifier: MIT
// The tests themselves take typed lines apart: this keeps them honest.
#include <stdexcept>

#include "catch.hpp"
#include "process.hpp"

TEST_CASE("a typed line is taken apart as a shell would") {
  using breakeven::test::parse_command_line;
  const auto line = parse_command_line(R"(echo '{"a": 1}' | X=1 breakeven compare --api "a b" c\ d > out.json)");
  CHECK(line.words == std::vector<std::string>{"compare", "--api", "a b", "c d"});
  CHECK(line.standard_input == "{\"a\": 1}\n");
  CHECK(line.environment == std::vector<std::string>{"X=1"});
  CHECK(line.standard_output == "out.json");
  CHECK_THROWS_AS(parse_command_line("ls -l"), std::invalid_argument);
}
