// SPDX-License-Identifier: MIT
#pragma once

// The options of traffic: a new one is a row here and its mention in the table of commands.

#include <array>

#include "cli/options/time.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {

namespace detail {

inline constexpr io::Domain bin{.text = "from 1 second to 31 days", .min = 1.0 / 3600, .max = 744};
inline constexpr io::Domain load_scale{.text = "above 0 and at most 1e9", .min = io::smallest, .max = 1e9};
inline constexpr io::Domain traffic_replicas{.text = "a whole number up to 1e9", .min = 0, .max = 1e9, .integer = true};
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
inline constexpr OptionRow scale{
    "scale", "", "FACTOR", "size for so many times the load of the trace: 10x, 0.5x"};
inline constexpr QuantityOption percentile{
    {"percentile", "", "RATIO", "size for the load that is not exceeded in so much of the time, too (default: 95%)"},
    "percentile_ratio", Measure::ratio, io::positive_ratio, 0.95};
inline constexpr QuantityOption replicas{
    {"replicas", "", "N", "look at so many replicas, in place of the cheapest number"},
    "replica_count", Measure::count, detail::traffic_replicas};
inline constexpr QuantityOption reserved{
    {"reserved", "", "PRICE", "price of a reserved GPU, paid for every hour, for the mix by layer"},
    "reserved_usd_per_gpu_hour", Measure::hourly_price, io::non_negative};
inline constexpr QuantityOption spot{
    {"spot", "", "PRICE", "price of an interruptible GPU with what interruptions cost, for the mix by layer"},
    "spot_usd_per_gpu_hour", Measure::hourly_price, io::non_negative};
inline constexpr QuantityOption start_up{
    {"start-up", "", "TIME", "billed before a replica that was off serves (default: 0h)"},
    "start_up_hours", Measure::duration, io::month_hours_or_none, 0};
inline constexpr QuantityOption billing_increment{
    {"billing-increment", "", "TIME", "replicas are billed in whole ones of these, from start to stop (default: 0h, exactly)"},
    "billing_increment_hours", Measure::duration, io::month_hours_or_none, 0};
inline constexpr OptionRow schedule{
    "schedule", "", "HOURS",
    "when replicas are on: auto finds the hours that are worth it; or days and hours, such as 'mon-fri 8-18'"};
inline constexpr OptionRow replay{
    "replay", "", "", "replay the requests one by one: who waits for how long, and what overflows"};
inline constexpr QuantityOption max_wait{
    {"max-wait", "", "TIME", "requests that would wait longer go to the API, in the replay (default: none wait)"},
    "max_wait_hours", Measure::duration, detail::wait};
inline constexpr OptionRow seed{"seed", "", "S", "of the resampled months (default 1): the same seed draws the same"};

inline constexpr OptionRow engine{"engine", "", "NAME", "sql: duckdb, clickhouse, postgres, spark, bigquery or trino"};
inline constexpr OptionRow table{"table", "", "NAME", "sql: the table that holds the requests, one a row"};

/// Those of `traffic sql` alone, and those that it knows besides.
inline constexpr std::array sql_rows{engine, table};
inline constexpr std::array shared_rows{columns, time_unit, bin.row};

/// Those that only mean something where the traffic is sized.
inline constexpr std::array sizing_rows{scale,        percentile.row, replicas.row,          reserved.row, spot.row,
                                        start_up.row, schedule,       billing_increment.row, replay,       max_wait.row,
                                        growth.row,   months.row,     seed};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
