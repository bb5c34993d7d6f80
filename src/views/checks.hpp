// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/checker.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The checks of one file, and what came of each expectation.
struct CheckedFile {
  const CheckFile* file = nullptr;
  std::vector<Checked> checked{};
};

/// How checks are judged and shown.
struct CheckOptions {
  bool fails_on_warnings = false;
  bool verbose = false;
};

/// As a test report knows it.
report::TestStatus test_status(const Checked& one, const CheckOptions& options);
std::vector<report::TestCase> test_cases(const std::vector<CheckedFile>& files, Date today,
                                         const CheckOptions& options);

/// The text report: a line for each check, below it what did not pass, the counts last.
std::vector<report::Block> check_blocks(const std::vector<CheckedFile>& files, Date today, const CheckOptions& options);

}  // namespace breakeven::app
