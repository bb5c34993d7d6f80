// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "analysis/traffic/traffic.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

/// The width that --bin gives, in whole seconds. Absent if it is not given, or cannot be read, which is a problem.
std::optional<std::int64_t> read_bin(Session& session, Settings& settings);
/// The widest slices that fit into such bins and still show what happens inside them.
std::int64_t slice_of(std::int64_t bin_s);

/// Reads the command's files into bins of the width asked for. Absent if there is a problem.
std::optional<Traffic> read_traffic(Session& session, Settings& settings, bool keeps_requests);

}  // namespace breakeven::app
