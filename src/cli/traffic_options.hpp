// SPDX-License-Identifier: MIT
#pragma once

// The options of traffic.

#include "cli/settings.hpp"

namespace breakeven::cli {

namespace detail {

inline constexpr io::Domain bin{.text = "from 1s to 31d", .min = 1000, .max = 31 * 86'400'000.0};

}  // namespace detail

namespace option {

inline constexpr QuantityOption bin{{"bin", "", "TIME", "width of a bin of the load curve (default: 1h)"},
                                    "bin_ms",
                                    Measure::latency,
                                    detail::bin,
                                    3'600'000};
inline constexpr OptionRow columns{
    "columns", "", "ROLE=NAME,...",
    "which column is which: time, input, output, and perhaps cached, and one of status, error and success"};
inline constexpr OptionRow time_unit{"time-unit", "", "UNIT", "s, ms, us or ns, where times are numbers"};
inline constexpr OptionRow engine{"engine", "", "NAME", "sql: duckdb, clickhouse, postgres, spark, bigquery or trino"};
inline constexpr OptionRow table{"table", "", "NAME", "sql: the table that holds the requests, one a row"};

}  // namespace option

/// The width of the slices that bins of this width are put together from, in seconds.
constexpr int slice_s(int bin_s) { return bin_s >= 600 ? 60 : 1; }

}  // namespace breakeven::cli
