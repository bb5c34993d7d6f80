// SPDX-License-Identifier: MIT
#include "report/test_reports/counts.hpp"

#include <array>

#include "text/format.hpp"

namespace breakeven::report {

void TestCounts::add(TestStatus status) {
  static constexpr std::array members{&TestCounts::passed, &TestCounts::warned, &TestCounts::failed,
                                      &TestCounts::errored, &TestCounts::skipped};
  ++(this->*members.at(static_cast<std::size_t>(status)));
}

TestCounts count(std::span<const TestCase> tests) {
  TestCounts counts;
  for (const TestCase& test : tests) counts.add(test.status);
  return counts;
}

std::vector<std::string> summary_lines(const TestCounts& counts) {
  std::vector<std::string> lines;
  if (counts.errored > 0) lines.push_back(text::format("{} could not be checked", counts.errored));
  if (counts.warned > 0) lines.push_back(text::format("{} of the failed only warned", counts.warned));
  lines.push_back(
      text::format("{} passed, {} failed, {} skipped", counts.passed, counts.failed + counts.warned, counts.skipped));
  return lines;
}

std::string summary(const TestCounts& counts) {
  std::string text;
  for (const std::string& line : summary_lines(counts)) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace breakeven::report
