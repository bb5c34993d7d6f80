// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

/// The time that a replica at full load spent on one request of a shape. > 0.
struct MeasuredTime {
  RequestShape shape;
  ServiceTime time;
};

/// Prefill and decode rates, and a context cost from three shapes on, that meet the measured times with the least sum
/// of squared relative errors (MODEL 2.2, without cache hits). Two shapes are always met.
struct PhaseFit {
  PhaseRates rates;
  std::vector<double> errors;  // of each shape: fitted by measured throughput, less 1
  double median_error = 0;     // of their sizes
  double greatest_error = 0;
};

/// Why shapes do not tell the phases apart.
enum class NoPhaseFit {
  one_shape,     // fewer than two that differ
  same_mix,      // input and output in the same proportion throughout
  no_such_rates  // times that only a negative or infinite rate would meet
};
std::string_view words(NoPhaseFit reason);

std::variant<PhaseFit, NoPhaseFit> fit_phase_rates(std::span<const MeasuredTime> measured);

/// The time that a record's requests took at its shape.
MeasuredTime measured_time(const ThroughputRecord& record);

/// The records of one replica under full load, the fastest one of similar shapes.
struct ReplicaFit {
  std::vector<const ThroughputRecord*> records;
  std::variant<PhaseFit, NoPhaseFit> result;
};

/// The fits of all replicas with records of more than one shape, in the order of their first records. Records that are
/// phase rates already take no part.
std::vector<ReplicaFit> fit_replicas(std::span<const ThroughputRecord> records);

}  // namespace breakeven
