// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/metrics.hpp"
#include "breakeven/compare.hpp"
#include "inputs/asker.hpp"

namespace breakeven::app {

/// The least and the greatest value over the ranges, and whether there is a value everywhere.
struct Bounds {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  bool everywhere = true;
  bool approximate = false;  // an extreme may lie between the values tried

  bool anywhere() const { return low <= high; }
  void add(const std::optional<double>& number);
};

struct FigureBounds {
  const Metric* metric = nullptr;
  Bounds bounds{};
};

/// How the ranges of the inputs bound an answer (MODEL 2.10).
struct RangeAnswer {
  std::vector<FigureBounds> figures{};
  Bounds saving{};                   // API − self-host: what self-hosting saves, in usd per month
  std::optional<Verdict> verdict{};  // absent: it depends
  std::optional<Key> decided_by{};   // if it depends: the range that moves the saving most
};

/// Exact if a figure is monotonic between the corners of the ranges and the step edges inside, and has a value at each;
/// else approximate. Nothing, and problems, if no input is a range, the ranges contradict each other, or there are too
/// many.
std::optional<RangeAnswer> answer_ranges(const Asker& asker, const Question& question);

/// The problem that no input is a range.
io::Diagnostic no_ranges();

}  // namespace breakeven::app
