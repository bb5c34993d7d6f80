// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "breakeven/catalog.hpp"

namespace breakeven::cli {

class Session;

/// What benchmark files are of, as far as all of them agree.
struct Benchmarked {
  std::string model{};
  std::string gpu{};
};

/// Lays the throughput records of these files over `catalog`, in the place of those that it has of the same models and
/// GPUs, and with them the phase rates that fit several shapes. What the files do not say, the inputs --model, --gpu
/// and --gpus do.
Benchmarked lay_benchmarks(Session& session, std::span<const std::string> paths, Catalog& catalog);

}  // namespace breakeven::cli
