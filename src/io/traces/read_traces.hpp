// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "breakeven/trace.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// Reading progress: bytes of the files on disk, and the total if known.
using ReadProgress = std::function<void(std::uint64_t taken, std::optional<std::uint64_t> of)>;

struct TraceOptions {
  ColumnNames columns{};                // given by the user
  std::optional<TimeForm> time_form{};  // likewise
  std::int64_t slice_s = 1;             // minimum width of the slices into which requests are summed
  double greatest_bad_ratio = 0.001;    // of all rows; reading fails above it
  bool keeps_requests = false;          // for a replay
};

/// How one file was read.
struct TraceFile {
  std::string name{};
  std::string_view format{};
  bool is_json = false;
  TimeForm time_form = TimeForm::iso;
  ColumnNames columns{};
  std::uint64_t row_count = 0;
};

struct BadTraceRow {
  std::string file{};
  std::size_t line = 0;
  std::string what{};
};

/// A trace or histogram from one or more files.
struct TraceReading {
  Trace trace{};
  bool is_relative = false;   // times count from some start, not from the Unix epoch
  bool knows_cached = false;  // whether cached input tokens are known
  std::vector<TraceFile> files{};
  std::vector<TraceRequest> requests{};  // in time order, if kept
  std::uint64_t row_count = 0;           // including bad ones
  std::uint64_t bad_row_count = 0;
  std::vector<BadTraceRow> bad_rows{};  // the first few
  std::uint64_t backward_count = 0;     // rows whose time is before that of the previous row
  std::optional<PrefixHits> prefix{};   // if prefix blocks are known
};

/// Reads files, "-" for standard input, as one trace. Absent, with diagnostics, if a file cannot be read, too many rows
/// are bad, or no request is left.
std::optional<TraceReading> read_traces(std::span<const std::string> paths, const TraceOptions& options,
                                        std::istream& standard_input, const ReadProgress& progress,
                                        Diagnostics& problems);

}  // namespace breakeven::io
