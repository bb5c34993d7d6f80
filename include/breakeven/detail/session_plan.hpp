// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "breakeven/detail/cyclic_load.hpp"

namespace breakeven {

/// How a session is billed (MODEL 2.6): b·⌈(t + τ)/b⌉, or t + τ without an increment.
struct SessionTerms {
  Time start_up{};
  Time billing_increment{};
};

/// Classes of a cycle that follow each other, once around at most.
struct ClassRun {
  std::size_t first = 0;
  std::size_t count = 0;

  friend bool operator==(const ClassRun&, const ClassRun&) = default;
};

/// What a session of `class_count` classes is billed. One of all classes never stops: it has no start-up, and is billed
/// as it is.
Time billed_time(const Cycle& cycle, const SessionTerms& terms, std::size_t class_count);

/// The runs of the classes that are on, ascending from the first class that is off; one of all classes if none is.
std::vector<ClassRun> runs_of(const std::vector<bool>& is_on);

/// The sessions that are worth their cost.
struct SessionPlan {
  Money saved{};  // above what they cost, >= 0
  std::vector<ClassRun> runs{};
};

/// The sessions on the cycle that save most: `saved` is what being on in each class saves, `price` what an hour on
/// costs. Exact, in O(C³) for C classes: each class is tried as one that is off, and the rest is a line on which the
/// best of a beginning is the best of shorter ones and one more session. On a tie, the sessions that are on less.
SessionPlan best_sessions(const Cycle& cycle, std::span<const Money> saved, const SessionTerms& terms,
                          HourlyPrice price);

}  // namespace breakeven
