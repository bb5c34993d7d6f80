// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>

#include "inputs/question.hpp"

namespace breakeven::app {

/// The model and GPU that all benchmark files agree on.
struct BenchmarkedEntry {
  std::string model{};
  std::string gpu{};
};

/// Files of benchmarks, and whether all that is not taken of them is listed.
struct Benchmarks {
  const std::deque<io::Text>& files;
  bool lists_all = false;
};

/// Lays the throughput records of these files over `catalog`, in place of those that it has of the same models and
/// GPUs, and with them the phase rates that fit several shapes. What the files do not say, the inputs --model, --gpu
/// and --gpus do.
BenchmarkedEntry overlay_benchmarks(const Benchmarks& benchmarks, const std::vector<Given>& given, Date today,
                                    Catalog& catalog, io::Diagnostics& problems);

}  // namespace breakeven::app
