// SPDX-License-Identifier: MIT
#include "report/picture/spread.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven::report {
namespace {

// Neighbours without a free row between them.
struct Run {
  int size = 0;
  double sum = 0;  // over its members, of the first row that each wants for the run

  double first() const { return sum / size; }
};

}  // namespace

std::vector<int> spread(const std::vector<int>& wanted, int count) {
  std::vector<Run> runs;
  for (const int row : wanted) {
    Run run{.size = 1, .sum = static_cast<double>(row)};
    while (!runs.empty() && runs.back().first() + runs.back().size > run.first()) {
      run = {.size = runs.back().size + run.size, .sum = runs.back().sum + run.sum - runs.back().size * run.size};
      runs.pop_back();
    }
    runs.push_back(run);
  }
  std::vector<int> rows;
  int left = static_cast<int>(wanted.size());
  for (const Run& run : runs) {
    const int first = std::max(static_cast<int>(std::lround(run.first())), rows.empty() ? 0 : rows.back() + 1);
    for (int i = 0; i < run.size; ++i) rows.push_back(std::min(first + i, count - left--));
  }
  return rows;
}

}  // namespace breakeven::report
