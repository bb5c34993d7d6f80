// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// The part of the traffic that a number of replicas does not carry, over the whole trace.
struct Overflow {
  Time replica_time{};  // what it would keep replicas at their planned load for
  Money api{};
  Money marginal{};
  Tokens tokens{};
  Requests requests{};
};

/// The loads of a trace in ascending order with sums over all that are higher: what overflows is
/// Σ_{L>N} x − N·Σ_{L>N} x/L, so each number of replicas takes O(log n) (MODEL 2.8).
class LoadDurationCurve {
 public:
  /// Throws std::domain_error if there is no bin.
  explicit LoadDurationCurve(std::span<const LoadBin> bins);

  /// What `count` replicas leave: everything if there are none. A load within 1e-12 of the count does not overflow.
  Overflow overflow(double count) const;
  const Overflow& total() const { return total_; }
  Time width() const { return width_; }
  /// Ascending.
  const std::vector<double>& loads() const { return loads_; }
  double peak() const { return loads_.back(); }
  /// The least load that the bins of a `share` of the time do not exceed: the nearest rank, weighted by width.
  double quantile(Fraction share) const;

 private:
  std::vector<double> loads_;
  std::vector<Time> widths_up_to_;     // of the bins up to this one
  std::vector<Overflow> above_;        // sums over this bin and the ones above; the last is zero
  std::vector<Overflow> per_replica_;  // the same sums, each bin divided by its load
  Overflow total_;
  Time width_;
};

/// The whole replicas that carry `load`, within 1e-12 of a step.
double whole_replicas(double load);

}  // namespace breakeven
