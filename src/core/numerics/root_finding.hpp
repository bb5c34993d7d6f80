// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace breakeven {

/// The parts of the difference at one value of an unknown, `rest + marginal + replicas·step − other`. The search finds
/// where its sign changes. Each part must be monotonic between two values that are a factor of 1.3 or a hundredth of
/// the range apart and have the same `piece`.
struct DifferenceParts {
  double rest = 0;       // paid regardless of replicas
  double marginal = 0;   // paid per token
  double replicas = 0;   // whole; the difference is smooth while it is constant
  double step = 0;       // >= 0
  double other = 0;      // the other side
  double needed = 0;     // replicas before rounding up
  double piece = 0;      // piece of the other side, which may bend or jump between pieces
  bool feasible = true;  // if not, the difference is infinite

  double difference() const { return rest + marginal + replicas * step - other; }
};

/// The difference at a value; nothing if it is undefined there.
using Difference = std::function<std::optional<DifferenceParts>(double)>;

enum class SolutionKind { root, jump };

/// A value at which the sign changes: from positive to not positive, or back. At a root the difference is zero, to 1e-9
/// of its parts; at a jump it is not. A touch is zero at a single point and positive on both sides.
struct Solution {
  double value = 0;
  SolutionKind kind = SolutionKind::root;
  bool to_positive = false;
  bool touch = false;
};

/// The range to search.
struct SearchRange {
  double low = 0;
  double high = 0;
  bool whole = false;             // only whole numbers; a jump is then at the first number of the new sign
  std::optional<double> known{};  // a value with a difference, in case few have one
};

struct Solutions {
  std::vector<Solution> list{};         // ascending, at most 1,000
  std::optional<double> searched_to{};  // where the search stopped at its limit
  bool positive_at_low = false;         // at the least value with a difference
  bool any_value = false;               // whether any value had a difference
};

/// Finds every root and every jump across zero, by dividing the range unless bounds of the parts exclude a zero. Values
/// are exact to the rounding of `difference`. Domain: low <= high, low >= 0.
Solutions find_solutions(const Difference& difference, const SearchRange& range);

}  // namespace breakeven
