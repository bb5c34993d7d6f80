// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/traces/bytes/source.hpp"
#include "io/traces/read_traces.hpp"

namespace breakeven::io {

/// What a whole file adds up to.
struct TraceFileSums {
  TraceFile file{};
  TraceRows rows;
  std::vector<BadTraceRow> bad_rows{};  // the first few
};

/// Reads a file in several threads. Absent, and a diagnostic, if it is none of requests or cannot be read to its
/// end.
std::optional<TraceFileSums> read_trace_file(ByteSource source, const TraceOptions& options,
                                             const ReadProgress& progress, Diagnostics& problems);

}  // namespace breakeven::io
