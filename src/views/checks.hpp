// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/checker.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// How checks are judged and shown.
struct CheckOptions {
  bool fails_on_warnings = false;
  bool verbose = false;
};

/// The status in a test report.
report::TestStatus test_status(const Checked& one, const CheckOptions& options);
std::vector<report::TestCase> test_cases(const std::vector<CheckedFile>& files, Date today,
                                         const CheckOptions& options);

/// The text report: a line for each check, below it what did not pass, and the counts last.
std::vector<report::Block> check_blocks(const std::vector<CheckedFile>& files, Date today, const CheckOptions& options);

report::Report check_report(const std::vector<CheckedFile>& files, Date today, const CheckOptions& options,
                            const AnswerContext& context);

}  // namespace breakeven::app
