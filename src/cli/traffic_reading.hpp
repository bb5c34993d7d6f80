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

/// Reads the files that the command names, in bins of the width that it asks for. Absent where there is a problem.
std::optional<Traffic> read_traffic(Session& session, Settings& settings, bool keeps_requests);

}  // namespace breakeven::cli
