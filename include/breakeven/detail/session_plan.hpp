// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "breakeven/detail/cyclic_load.hpp"

namespace breakeven {

/// How a session is billed (MODEL 2.6): b·⌈(t + τ)/b⌉, or t + τ without an increment b.
struct SessionTerms {
  Time start_up{};
  Time billing_increment{};
};

/// Consecutive classes of a cycle, at most once around.
struct ClassRun {
  std::size_t first = 0;
  std::size_t count = 0;

  friend bool operator==(const ClassRun&, const ClassRun&) = default;
};

/// The billed time of a session of `class_count` classes. A session of all classes never stops: it has no start-up and
/// is billed exactly.
Time billed_time(const Cycle& cycle, const SessionTerms& terms, std::size_t class_count);

/// The runs of classes that are on, ascending from the first class that is off; one run of all classes if none is off.
std::vector<ClassRun> runs_of(const std::vector<bool>& is_on);

/// The sessions that pay off.
struct SessionPlan {
  Money saved{};  // net of their cost, >= 0
  std::vector<ClassRun> runs{};
};

/// The sessions of the cycle that save most: `saved` is what being on in each class saves, `price` the cost of an hour
/// on. Exact, in O(C³) for C classes: each class in turn is assumed off, which makes the rest a line; on it, dynamic
/// programming extends the best plan of a prefix by one more session. On a tie, the sessions with less time on.
SessionPlan best_sessions(const Cycle& cycle, std::span<const Money> saved, const SessionTerms& terms,
                          HourlyPrice price);

}  // namespace breakeven
