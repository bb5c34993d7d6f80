// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "analysis/goal.hpp"
#include "analysis/varied_question.hpp"
#include "breakeven/break_even.hpp"
#include "core/numerics/root_finding.hpp"

namespace breakeven::app {

/// A value that answers the question. For a tie, `to` is the cheaper side beyond it.
struct SolvedValue {
  double value = 0;
  SolutionKind kind = SolutionKind::root;
  std::string_view to{};
  std::string_view from{};  // the cheaper side before it
  bool touch = false;
};

struct Solved {
  Status status = Status::never;
  std::string reason{};
  std::optional<double> current{};  // of the key, if it has one
  std::vector<SolvedValue> values{};
  std::optional<double> searched_to{};  // where the search stopped
};

/// A question in which the target's key has a number: `current`, or else one that makes the question answerable. Null
/// and problems if there is none.
std::unique_ptr<VariedQuestion> question_with(const Asker& asker, const Target& target, std::optional<double> current);

/// Every value that answers it. The question must have `target.key` as its one varied input.
Solved solve(const Target& target, VariedQuestion& question);

}  // namespace breakeven::app
