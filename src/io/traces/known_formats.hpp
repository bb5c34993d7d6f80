// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "io/traces/columns.hpp"

namespace breakeven::io {

struct FormatColumn {
  Role role;
  std::string_view name;
  bool is_needed = true;  // for the format to be recognized
};

/// A kind of trace that others publish or log: a new one is a row of the table.
struct TraceFormat {
  std::string_view name;
  std::span<const FormatColumn> columns;
  std::optional<TimeForm> time_form{};
  bool no_output_is_failed = false;
  std::optional<std::int64_t> bin_s{};
};

/// The first whose needed columns are all there; null if there is none.
const TraceFormat* find_trace_format(std::span<const std::string> present);

}  // namespace breakeven::io
