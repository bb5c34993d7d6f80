// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "io/traces/columns.hpp"

namespace breakeven::io {

struct FormatColumn {
  Role role;
  std::string_view name;
  bool is_needed = true;  // to recognize the format
};

/// A published or logged kind of trace. To add one, add a row to the table.
struct TraceFormat {
  std::string_view name;
  std::span<const FormatColumn> columns;
  std::optional<TimeForm> time_form{};
  bool no_output_is_failed = false;
  std::optional<std::int64_t> bin_s{};
};

/// The first format whose needed columns are all present, or null.
const TraceFormat* find_trace_format(std::span<const std::string> present);

}  // namespace breakeven::io
