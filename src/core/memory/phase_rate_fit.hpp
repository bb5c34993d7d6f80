// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

/// The time per request of a shape on a replica at full load. > 0.
struct MeasuredTime {
  RequestShape shape;
  ServiceTime time;
};

/// Prefill and decode rates, and from three shapes on a context cost, fitted to the measured times by least squares of
/// the relative errors (MODEL 2.2, without cache hits). Two shapes are always fitted exactly.
struct PhaseFit {
  PhaseRates rates;
  std::vector<double> errors;  // per shape: fitted over measured throughput, minus 1
  double median_error = 0;     // of their absolute values
  double greatest_error = 0;
};

/// Why the shapes cannot separate the phases.
enum class NoPhaseFit {
  one_shape,     // fewer than two distinct ones
  same_mix,      // the same ratio of input to output throughout
  no_such_rates  // only a negative or infinite rate would fit
};
std::string_view words(NoPhaseFit reason);

std::variant<PhaseFit, NoPhaseFit> fit_phase_rates(std::span<const MeasuredTime> measured);

/// The time per request of a record, at its shape.
MeasuredTime measured_time(const ThroughputRecord& record);

/// The records of one replica at full load, with only the fastest of similar shapes.
struct ReplicaFit {
  std::vector<const ThroughputRecord*> records;
  std::variant<PhaseFit, NoPhaseFit> result;
};

/// The fits of all replicas with records of more than one shape, in the order of their first records. Ignores records
/// that already are phase rates.
std::vector<ReplicaFit> fit_replicas(std::span<const ThroughputRecord> records);

}  // namespace breakeven
