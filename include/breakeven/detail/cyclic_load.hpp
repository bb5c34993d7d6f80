// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// What repeats: the hours of the week unless told, or 24 hours of the day. Classes follow each other, and after the
/// last comes the first.
struct Cycle {
  std::size_t class_count = 168;
  Time class_width = 1.0 * hour;

  Time length() const { return class_width * static_cast<double>(class_count); }
};

/// A trace on a cycle, in which each class weighs the same however often the trace has seen it.
class CyclicLoad {
 public:
  /// `classes` has the class of each bin. Throws std::invalid_argument if they are not as many as the bins, or one
  /// is not of the cycle.
  CyclicLoad(std::span<const LoadBin> bins, std::span<const std::size_t> classes, const Cycle& cycle);

  /// False where some class has no bin: what it would hold is not known.
  bool is_complete() const { return is_complete_; }
  const Cycle& cycle() const { return cycle_; }
  /// Loads are the trace's; widths, money, requests and tokens add up to those of one cycle.
  std::span<const LoadBin> bins() const { return bins_; }
  std::span<const std::size_t> classes() const { return classes_; }

 private:
  std::vector<LoadBin> bins_;
  std::vector<std::size_t> classes_;
  Cycle cycle_;
  bool is_complete_ = true;
};

}  // namespace breakeven
