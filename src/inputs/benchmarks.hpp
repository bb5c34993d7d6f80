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

/// Files of benchmarks, and whether to list everything not taken from them.
struct Benchmarks {
  const std::deque<io::Text>& files;
  bool lists_all = false;
};

/// Lays the throughput records of these files, and the phase rates fitted to several shapes, over `catalog`: they
/// replace its records of the same models and GPUs. --model, --gpu and --gpus fill in what the files do not say.
BenchmarkedEntry overlay_benchmarks(const Benchmarks& benchmarks, const std::vector<Given>& given, Date today,
                                    Catalog& catalog, io::Diagnostics& problems);

}  // namespace breakeven::app
