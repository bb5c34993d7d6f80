// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// The traffic that some number of replicas cannot carry, over the whole trace.
struct Overflow {
  Time replica_time{};  // of replicas at their planned load
  Money api{};
  Money marginal{};
  Tokens tokens{};
  Requests requests{};
};

/// The loads of a trace, ascending, with sums over all higher ones. The overflow is Σ_{L>N} x − N·Σ_{L>N} x/L, so each
/// number of replicas takes O(log n) (MODEL 2.8).
class LoadDurationCurve {
 public:
  /// Throws std::domain_error if there are no bins.
  explicit LoadDurationCurve(std::span<const LoadBin> bins);

  /// The overflow of `count` replicas: everything at 0. A load within 1e-12 of the count does not overflow.
  Overflow overflow(double count) const;
  const Overflow& total() const { return total_; }
  Time width() const { return width_; }
  /// Ascending.
  const std::vector<double>& loads() const { return loads_; }
  double peak() const { return loads_.back(); }
  /// The least load that the bins do not exceed for a `share` of the time: nearest rank, weighted by width.
  double quantile(Fraction share) const;

 private:
  std::vector<double> loads_;
  std::vector<Time> widths_up_to_;     // of the bins up to this one
  std::vector<Overflow> above_;        // sums over this bin and those above; the last is zero
  std::vector<Overflow> per_replica_;  // the same sums, each bin divided by its load
  Overflow total_;
  Time width_;
};

/// The number of whole replicas that carry `load`, within 1e-12 of a step.
double whole_replicas(double load);

}  // namespace breakeven
