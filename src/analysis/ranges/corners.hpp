// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "analysis/varied_question.hpp"
#include "breakeven/compare.hpp"

namespace breakeven::app {

/// Asks a question at every combination of its ranges that can hold an extreme (MODEL 2.10): the corners, both sides of
/// the step edges between them, and inner points of inputs whose extremes may lie inside.
class Corners {
 public:
  using Visit = std::function<void(const Question&)>;

  Corners(const Asker& asker, const Question& base, std::vector<Key> keys);

  /// The number of combinations, without those at step edges.
  double count() const;
  /// Calls `visit` with the question at each; false and problems if one cannot be asked.
  bool visit_all(const Visit& visit);
  /// The answer with one range at `number` and the others at their midpoints.
  std::optional<Comparison> alone(std::size_t i, double number);
  /// Moves the errors among its problems.
  void hand_over_problems(io::Diagnostics& problems);

 private:
  const InputValue& value_of(std::size_t i) const { return *at(base_.inputs, keys_[i]); }
  VariedQuestion::Values midpoints() const;
  void set(std::size_t i, double number);
  bool ask(const Visit& visit);
  bool from(std::size_t i, const Visit& visit);
  bool over_demand(const Visit& visit);
  bool over_capacity(const Visit& visit);
  std::vector<double> demands(std::size_t i);
  std::vector<double> step_edges(std::size_t i);

  const Question& base_;
  std::vector<Key> keys_;
  std::vector<double> numbers_;
  io::Diagnostics problems_;
  VariedQuestion question_;
  std::vector<std::vector<double>> values_;
};

}  // namespace breakeven::app
