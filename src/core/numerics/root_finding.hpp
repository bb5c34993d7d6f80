// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace breakeven {

/// What one value of an unknown makes of the difference whose sign changes are looked for. It is the sum
/// `rest + marginal + replicas·step − other`, in which each part rises or falls with the unknown between any two values
/// that are a factor of 1.3 apart or a hundredth of the range, and where the piece stays the same.
struct DifferenceParts {
  double rest = 0;       // what is paid whatever the replicas
  double marginal = 0;   // what is paid by the token
  double replicas = 0;   // whole; the difference is smooth where this stays the same
  double step = 0;       // >= 0
  double other = 0;      // the other side
  double needed = 0;     // replicas before rounding up
  double piece = 0;      // of the other side, which may bend or jump between two
  bool feasible = true;  // a difference that is not has no end

  double difference() const { return rest + marginal + replicas * step - other; }
};

/// The difference at a value; nothing if the value cannot be asked.
using Difference = std::function<std::optional<DifferenceParts>(double)>;

enum class SolutionKind { root, jump };

/// Where the sign changes: to not above zero or, from there, to above. At a root the difference is zero, to 1e-9 of its
/// parts; at a jump the sign changes without that. A touch is zero in one point and above on both sides.
struct Solution {
  double value = 0;
  SolutionKind kind = SolutionKind::root;
  bool to_positive = false;
  bool touch = false;
};

/// Where an unknown is looked for.
struct SearchRange {
  double low = 0;
  double high = 0;
  bool whole = false;             // whole numbers alone; a jump is then at the first number of the new sign
  std::optional<double> known{};  // one that can be asked, in case few can
};

struct Solutions {
  std::vector<Solution> list{};         // ascending, at most 1,000
  std::optional<double> searched_to{};  // where the search was given up at its limit
  bool positive_at_low = false;         // at the least value that can be asked
  bool any_value = false;               // whether any value could be asked at all
};

/// Every root and every jump across zero, by dividing the range where bounds of the parts do not exclude one. A value
/// is exact to the rounding of `difference`. Domain: low <= high, low >= 0.
Solutions find_solutions(const Difference& difference, const SearchRange& range);

}  // namespace breakeven
