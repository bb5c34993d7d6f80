// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/diff/check_changes.hpp"
#include "analysis/diff/consequences.hpp"
#include "analysis/diff/document_changes.hpp"
#include "analysis/diff/sides.hpp"
#include "report/report.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// Everything that differs between two catalogs or two answers.
struct Difference {
  std::vector<Change> changes{};
  std::size_t recited_count = 0;  // entries with only a new source or date
  std::size_t asked_count = 0;    // questions
  std::vector<VerdictFlip> flipped{};
  bool has_checks = false;
  std::vector<CheckChange> checks{};
  std::vector<Move> moved{};

  bool is_empty() const { return changes.empty() && flipped.empty() && checks.empty() && moved.empty(); }
  /// Values changed, or entries added or removed.
  std::size_t count(ChangeKind kind) const;
};

/// Tables of what changed, moved and flipped, then a summary.
std::vector<report::Block> diff_blocks(const Difference& difference);

/// Values changed, entries added, entries removed, verdicts flipped.
std::string diff_brief(const Difference& difference);

/// Verbose, it shows the inputs of the question, if one was asked.
report::Report diff_report(const Sides& sides, const Difference& difference, const AnswerContext& context);

}  // namespace breakeven::app
