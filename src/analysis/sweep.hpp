// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "analysis/varied_question.hpp"
#include "breakeven/compare.hpp"
#include "inputs/sweep_values.hpp"

namespace breakeven::app {

/// One answer of a sweep, with the value of each varied input.
struct SweepPoint {
  std::span<const std::size_t> places;  // in the values of each variation
  std::span<const Value> values;
  const Question& question;
  const Comparison& comparison;
};

/// One or two inputs varied over all their values; the first varies slowest.
class Sweep {
 public:
  /// Asks every question once, because a sweep that starts to answer must finish. Null and problems if one cannot be
  /// asked.
  static std::shared_ptr<Sweep> create(const Asker& asker, std::vector<SweptInput> variations);

  std::span<const SweptInput> variations() const { return variations_; }
  std::size_t point_count() const;
  /// The question of the point that was asked last.
  const Question& question() const { return question_.question(); }
  /// The inputs that are the same at every point.
  const InputSet& held() const { return held_; }
  /// The i-th value of a variation, at the question's length of the month.
  Value value(const SweptInput& variation, std::size_t i) const;

  void visit(const std::function<void(const SweepPoint&)>& visitor);

 private:
  Sweep(const Asker& asker, std::vector<SweptInput> variations);
  // Notes the point at which the question could not be asked.
  void note_point(io::Diagnostics& problems) const;
  // Asks every question while `next` returns true.
  void ask_all(io::Diagnostics& problems, const std::function<bool(std::span<const std::size_t>)>& next);

  std::vector<SweptInput> variations_;
  std::vector<Value> values_;
  InputSet held_{};
  VariedQuestion question_;
};

}  // namespace breakeven::app
