// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// A repeating cycle of classes: by default the hours of the week, or the 24 hours of the day. The first class follows
/// the last.
struct Cycle {
  std::size_t class_count = 168;
  Time class_width = 1.0 * hour;

  Time length() const { return class_width * static_cast<double>(class_count); }
};

/// A trace on a cycle. Every class has the same weight, however often the trace saw it.
class CyclicLoad {
 public:
  /// `classes` has the class of each bin. Throws std::invalid_argument if the sizes differ or a class is outside the
  /// cycle.
  CyclicLoad(std::span<const LoadBin> bins, std::span<const std::size_t> classes, const Cycle& cycle);

  /// False if a class has no bin: its load is unknown.
  bool is_complete() const { return is_complete_; }
  const Cycle& cycle() const { return cycle_; }
  /// Loads are the trace's; widths, money, requests and tokens are scaled to one cycle.
  std::span<const LoadBin> bins() const { return bins_; }
  std::span<const std::size_t> classes() const { return classes_; }

 private:
  std::vector<LoadBin> bins_;
  std::vector<std::size_t> classes_;
  Cycle cycle_;
  bool is_complete_ = true;
};

}  // namespace breakeven
