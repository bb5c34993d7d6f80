// SPDX-License-Identifier: MIT
#pragma once

// The options of traffic: a new one is a row here and its mention in the table of commands.

#include "cli/settings.hpp"

namespace breakeven::cli {

namespace detail {

inline constexpr io::Domain bin{.text = "from 1 second to 31 days", .min = 1.0 / 3600, .max = 744};
inline constexpr io::Domain load_scale{.text = "above 0 and at most 1e9", .min = io::smallest, .max = 1e9};
inline constexpr io::Domain wait{.text = "from 0 to 744 hours", .min = 0, .max = 744};

}  // namespace detail

// clang-format off
namespace option {

inline constexpr OptionRow columns{
    "columns", "", "ROLE=COLUMN,...",
    "which column is what: time, input, output, cached, status, error, success, requests, failed, prefix-blocks, end"};
inline constexpr OptionRow time_unit{
    "time-unit", "", "UNIT", "of times that are numbers: s, ms, us, ns, min, h or day (default: by their size)"};
inline constexpr OptionRow utc_offset{
    "utc-offset", "", "+HH:MM", "the clock by which days and hours are told, such as -08:00 (default: UTC)"};
inline constexpr QuantityOption bin{
    {"bin", "", "TIME", "width of the bins in which load is counted: 1h, 15min, 1day (default: 1h, below a day of trace 1min)"},
    "bin_hours", Measure::duration, detail::bin};
inline constexpr QuantityOption max_bad{
    {"max-bad", "", "RATIO", "share of rows that may be unreadable (default: 0.1%)"},
    "max_bad_ratio", Measure::ratio, io::ratio, 0.001};

}  // namespace option
// clang-format on

}  // namespace breakeven::cli
