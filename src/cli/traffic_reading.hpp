// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "breakeven/profile.hpp"
#include "cli/settings.hpp"
#include "io/traffic/read_traces.hpp"

namespace breakeven::cli {

/// A trace and how it is looked at.
struct Traffic {
  io::TraceReading reading{};
  std::int64_t bin_s = 0;
  std::int64_t offset_s = 0;  // of the clock by which days and hours are told, ahead of UTC
  std::vector<TimedBin> bins{};
};

/// The width that --bin asks for, in whole seconds. Absent where it is not given, or cannot be read, which is a
/// problem.
std::optional<std::int64_t> read_bin(Session& session, Settings& settings);
/// The widest slices that fit into such bins and show what happens inside them.
std::int64_t slice_of(std::int64_t bin_s);

/// Reads the files that the command names, in bins of the width that it asks for. Absent where there is a problem.
std::optional<Traffic> read_traffic(Session& session, Settings& settings, bool keeps_requests);

}  // namespace breakeven::cli
