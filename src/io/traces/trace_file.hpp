// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/traces/bytes/source.hpp"
#include "io/traces/read_traces.hpp"

namespace breakeven::io {

/// The sums of a whole file.
struct TraceFileSums {
  TraceFile file{};
  TraceRows rows;
  std::vector<BadTraceRow> bad_rows{};  // the first few
};

/// Reads a file in several threads. Absent, with a diagnostic, if it is not a log of requests or cannot be read to the
/// end.
std::optional<TraceFileSums> read_trace_file(ByteSource source, const TraceOptions& options,
                                             const ReadProgress& progress, Diagnostics& problems);

}  // namespace breakeven::io
