// SPDX-License-Identifier: MIT
#include "report/tests/counts.hpp"

#include <fmt/format.h>

#include <array>

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

std::string summary(const TestCounts& counts) {
  const std::string errored = counts.errored == 0 ? "" : fmt::format("{} could not be checked\n", counts.errored);
  return errored +
         fmt::format("{} passed, {} failed, {} skipped", counts.passed, counts.failed + counts.warned, counts.skipped);
}

}  // namespace breakeven::report
