// SPDX-License-Identifier: MIT
// Options may stand before, between and after the words of a command.
#include "catch.hpp"
#include "process.hpp"

using breakeven::test::run_line;

namespace {

const std::string question = " --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month";

void check_same(const std::string& line, const std::string& usual) {
  INFO(line);
  const auto found = run_line("breakeven " + line);
  const auto expected = run_line("breakeven " + usual);
  CHECK(found.exit_code == expected.exit_code);
  CHECK(found.out == expected.out);
  CHECK(found.err == expected.err);
}

}  // namespace

TEST_CASE("options before the command are those after it") {
  for (const std::string option :
       {"-f json", "-fjson", "--format json", "--format=json", "-q", "-qv", "-vq", "-qfjson", "-vf csv"}) {
    check_same(option + " compare" + question, "compare" + question + " " + option);
    check_same(option + " catalog list gpus", "catalog list gpus " + option);
    check_same("catalog " + option + " list gpus", "catalog list gpus " + option);
  }
  check_same("-fjson explain schema", "explain schema -f json");
  check_same("catalog --gpu h100-sxm list", "catalog list --gpu h100-sxm");
  check_same("--range compare" + question, "compare --range" + question);
}

TEST_CASE("after -- no command is read") {
  CHECK(run_line("breakeven -- compare").err.find("error[BE-U002]") == 0);
  const auto late = run_line("breakeven catalog -- list");
  CHECK(late.exit_code == 2);
  CHECK(late.err.find("did you mean") == std::string::npos);
}
