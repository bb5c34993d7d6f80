// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/checks/check_file.hpp"
#include "check.hpp"
#include "cli/command_table.hpp"
#include "cli/run.hpp"

namespace {

constexpr std::size_t most_questions = 20;  // so that an input takes no longer than others

std::size_t question_count(const breakeven::app::CheckFile& file) {
  std::size_t count = 0;
  for (const auto& check : file.checks) {
    std::size_t points = 1;
    for (const auto& repeated : check.for_each) points *= repeated.text ? most_questions : repeated.values.size();
    count += points;
  }
  return count;
}

// The answer of the whole program, which must count as it exits.
void run_checks(const std::string& content) {
  using breakeven::fuzz::require;
  std::istringstream in(content);
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = breakeven::app::run({.words = {"check", "-", "--report", "json", "--today", "2026-11-21"},
                                             .environment = {},
                                             .in = &in,
                                             .out = &out,
                                             .err = &err});
  const auto answer = nlohmann::json::parse(out.str());
  if (answer.at("schema") == "breakeven.error") return require(exit_code == 2, "an error exits 2");
  const auto& summary = answer.at("summary");
  bool failed = false;
  for (const auto& check : answer.at("checks"))
    failed = failed || (check.at("status") == "failed" && check.at("severity") == "error");
  const int expected = summary.at("errored") > 0 ? 2 : failed ? 1 : 0;
  require(exit_code == expected, "the exit code is that of the summary");
  require(summary.at("passed").get<int>() + summary.at("failed").get<int>() + summary.at("errored").get<int>() ==
              static_cast<int>(answer.at("checks").size()),
          "every expectation is counted");
}

std::vector<breakeven::app::CheckableCommand> checkable() {
  std::vector<breakeven::app::CheckableCommand> found;
  for (const breakeven::app::CommandRow& row : breakeven::app::commands())
    if (row.is_checkable) found.push_back({row.name, row.takes_input, row.options, nullptr});
  return found;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::Diagnostics problems;
  const auto commands = checkable();
  const app::CheckFile file = app::read_checks(text, commands, problems);
  fuzz::require_sound(problems, text.content);
  if (io::has_errors(problems)) return 0;
  fuzz::require(!file.checks.empty(), "a file that is taken checks something");
  for (const app::Check& check : file.checks)
    fuzz::require(!check.name.empty() && !check.expected.empty(), "a check that is taken expects something");
  if (question_count(file) <= most_questions && file.catalogs.empty()) run_checks(text.content);
  return 0;
}
