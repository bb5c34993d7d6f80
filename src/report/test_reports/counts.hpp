// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace breakeven::report {

/// The number of tests with each outcome. A test that warned did not pass.
struct TestCounts {
  std::size_t passed = 0;
  std::size_t warned = 0;
  std::size_t failed = 0;
  std::size_t errored = 0;
  std::size_t skipped = 0;

  void add(TestStatus status);
};

TestCounts count(std::span<const TestCase> tests);

/// "3 passed, 1 failed, 0 skipped" as the last line, after the errored tests, if any, and the failed ones that do not
/// fail the run.
std::vector<std::string> summary_lines(const TestCounts& counts);
/// The same as one text.
std::string summary(const TestCounts& counts);

}  // namespace breakeven::report
