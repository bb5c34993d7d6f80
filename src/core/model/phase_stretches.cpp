// SPDX-License-Identifier: MIT
#include "core/model/phase_stretches.hpp"

#include <algorithm>

#include "breakeven/selection.hpp"

namespace breakeven {
namespace {

// The solution of a symmetric positive definite system, of the unknowns that are free alone.
PhaseCosts solve(std::array<PhaseCosts, phases> matrix, PhaseCosts right, const std::array<bool, phases>& is_free) {
  for (std::size_t k = 0; k < phases; ++k) {
    if (!is_free[k]) continue;
    for (std::size_t i = k + 1; i < phases; ++i) {
      if (!is_free[i]) continue;
      const double factor = matrix[i][k] / matrix[k][k];
      for (std::size_t j = k; j < phases; ++j) matrix[i][j] -= factor * matrix[k][j];
      right[i] -= factor * right[k];
    }
  }
  PhaseCosts solution{};
  for (std::size_t k = phases; k-- > 0;) {
    if (!is_free[k]) continue;
    double sum = right[k];
    for (std::size_t j = k + 1; j < phases; ++j)
      if (is_free[j]) sum -= matrix[k][j] * solution[j];
    solution[k] = sum / matrix[k][k];
  }
  return solution;
}

// The normal equations of the stretches: Σ (fitted/measured − 1)² + stiffness·Σ (stretch_i − stretch_j)² is least.
struct StretchEquations {
  std::array<PhaseCosts, phases> matrix{};
  PhaseCosts right{};

  StretchEquations(const PhaseCosts& costs, const std::vector<const ThroughputRecord*>& records) {
    constexpr double stiffness = 0.03;
    for (const ThroughputRecord* point : records) {
      PhaseCosts part = work_of(point->shape);
      for (std::size_t i = 0; i < phases; ++i) part[i] *= costs[i] / measured_seconds(*point);
      for (std::size_t i = 0; i < phases; ++i) {
        right[i] += part[i];
        for (std::size_t j = 0; j < phases; ++j) matrix[i][j] += part[i] * part[j];
      }
    }
    for (std::size_t i = 0; i < phases; ++i)
      for (std::size_t j = 0; j < phases; ++j) matrix[i][j] += stiffness * (i == j ? 2.0 : -1.0);
  }

  void hold(std::size_t held, double stretch) {
    for (std::size_t i = 0; i < phases; ++i) right[i] -= matrix[i][held] * stretch;
  }
};

}  // namespace

PhaseCosts work_of(const RequestShape& shape) {
  const double in = shape.input.held();
  const double out = shape.output.held();
  return {in, out, out * (in + out / 2)};
}

double measured_seconds(const ThroughputRecord& record) {
  return record.shape.total().held() / recorded_rate(record).held();
}

PhaseCosts stretches_of(const PhaseCosts& costs, const std::vector<const ThroughputRecord*>& records) {
  StretchEquations equations(costs, records);
  constexpr double least = 0.05;
  std::array<bool, phases> is_free{true, true, true};
  PhaseCosts stretches{least, least, least};
  while (true) {
    const PhaseCosts found = solve(equations.matrix, equations.right, is_free);
    std::size_t lowest = phases;
    for (std::size_t i = 0; i < phases; ++i) {
      if (!is_free[i]) continue;
      stretches[i] = std::max(found[i], least);
      if (found[i] < least && (lowest == phases || found[i] < found[lowest])) lowest = i;
    }
    if (lowest == phases) return stretches;
    is_free[lowest] = false;
    equations.hold(lowest, least);
  }
}

}  // namespace breakeven
