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

/// How far the reading is: bytes of the files as they lie there, and how many there are, where that is known.
using ReadProgress = std::function<void(std::uint64_t taken, std::optional<std::uint64_t> of)>;

struct TraceOptions {
  ColumnNames columns{};                // that are given
  std::optional<TimeForm> time_form{};  // likewise
  std::int64_t slice_s = 1;             // of the slices that requests are added up in, at the least
  double greatest_bad_ratio = 0.001;    // of the rows; above it nothing is read
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

/// A trace, or a histogram, from one or several files.
struct TraceReading {
  Trace trace{};
  bool is_relative = false;   // times count from the start of something, and not from the Unix epoch
  bool knows_cached = false;  // how much of the input was cached
  std::vector<TraceFile> files{};
  std::vector<TraceRequest> requests{};  // in order of time, if they are kept
  std::uint64_t row_count = 0;           // bad ones too
  std::uint64_t bad_row_count = 0;
  std::vector<BadTraceRow> bad_rows{};  // the first few
  std::uint64_t backward_count = 0;     // rows whose time is before that of the row before
  std::optional<PrefixHits> prefix{};   // where prefix blocks are known
};

/// Reads files, "-" for standard input, as one trace. Absent, and diagnostics, if one cannot be read, where too many
/// rows are bad, or where no request is left.
std::optional<TraceReading> read_traces(std::span<const std::string> paths, const TraceOptions& options,
                                        std::istream& standard_input, const ReadProgress& progress,
                                        Diagnostics& problems);

}  // namespace breakeven::io
