// SPDX-License-Identifier: MIT
#pragma once

// The options of traffic: a new one is a row here and an entry in the table of commands.

#include <array>

#include "cli/options/time.hpp"
#include "cli/quantity_options.hpp"
#include "io/traces/columns.hpp"
#include "io/traces/sql/dialects.hpp"

namespace breakeven::app {

namespace detail {

inline std::vector<std::string_view> column_roles() { return {io::role_names().begin(), io::role_names().end()}; }
inline std::vector<std::string_view> engines() {
  std::vector<std::string_view> names;
  for (const io::SqlDialect& dialect : io::sql_dialects()) names.push_back(dialect.name);
  return names;
}
inline constexpr io::Domain bin{.text = "from 1 second to 31 days", .min = 1.0 / 3600, .max = 744};
inline constexpr io::Domain load_scale{.text = "above 0 and at most 1e9", .min = io::smallest, .max = 1e9};
inline constexpr io::Domain traffic_replicas{.text = "a whole number up to 1e9", .min = 0, .max = 1e9, .integer = true};
inline constexpr io::Domain wait{.text = "from 0 to 744 hours", .min = 0, .max = 744};

}  // namespace detail

// clang-format off
namespace option {

/// What an option needs if it only says how to serve the load: a way to serve it.
inline constexpr std::string_view both_sides = "gpu-price, --throughput and --api-price";

constexpr OptionRow needing(OptionRow option, std::string_view needs) {
  option.needs = needs;
  return option;
}

inline constexpr OptionRow columns{
    "columns", "", "ROLE=COLUMN,...",
    "which column is what; roles are", false, {}, detail::column_roles};
inline constexpr OptionRow time_unit{
    "time-unit", "", "UNIT", "of times that are numbers: s, ms, us, ns, min, h or day (default: by their size)"};
inline constexpr OptionRow utc_offset{
    "utc-offset", "", "+HH:MM", "the clock by which days and hours are told, such as -08:00 (default: UTC)"};
inline constexpr OptionRow bin{
    .name = "bin", .value = "TIME", .help = "width of the bins in which load is counted: 1h, 15min, 1day (default: 1h, below a day of trace 1min)",
    .key = "bin_hours", .measure = Measure::duration, .domain = detail::bin};
inline constexpr OptionRow max_bad{
    .name = "max-bad", .value = "RATIO", .help = "share of rows that may be unreadable (default: 0.1%)",
    .key = "max_bad_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0.001};
inline constexpr OptionRow scale{
    "scale", "", "FACTOR", "size for so many times the load of the trace: 10x, 0.5x", false, both_sides};
inline constexpr OptionRow percentile{
    .name = "percentile", .value = "RATIO", .help = "size for the load that is not exceeded in so much of the time, too (default: 95%)", .needs = both_sides,
    .key = "percentile_ratio", .measure = Measure::ratio, .domain = io::positive_ratio, .default_value = 0.95};
inline constexpr OptionRow replicas{
    .name = "replicas", .value = "N", .help = "look at so many replicas, in place of the cheapest number", .needs = both_sides,
    .key = "replica_count", .measure = Measure::count, .domain = detail::traffic_replicas};
inline constexpr OptionRow reserved{
    .name = "reserved", .value = "PRICE", .help = "price of a reserved GPU, paid for every hour, for the mix by layer", .needs = both_sides,
    .key = "reserved_usd_per_gpu_hour", .measure = Measure::hourly_price, .domain = io::non_negative};
inline constexpr OptionRow spot{
    .name = "spot", .value = "PRICE", .help = "price of an interruptible GPU with what interruptions cost, for the mix by layer", .needs = both_sides,
    .key = "spot_usd_per_gpu_hour", .measure = Measure::hourly_price, .domain = io::non_negative};
inline constexpr OptionRow start_up{
    .name = "start-up", .value = "TIME", .help = "billed before a replica that was off serves (default: 0h)", .needs = both_sides,
    .key = "start_up_hours", .measure = Measure::duration, .domain = io::month_hours_or_none, .default_value = 0};
inline constexpr OptionRow billing_increment{
    .name = "billing-increment", .value = "TIME", .help = "replicas are billed in whole ones of these, from start to stop (default: 0h, exactly)", .needs = "schedule",
    .key = "billing_increment_hours", .measure = Measure::duration, .domain = io::month_hours_or_none, .default_value = 0};
inline constexpr OptionRow schedule{
    "schedule", "", "HOURS",
    "when replicas are on: auto finds the hours that are worth it; or days and hours, such as 'mon-fri 8-18'", false, both_sides};
inline constexpr OptionRow replay{
    "replay", "", "", "replay the requests one by one: who waits for how long, and what overflows", false, both_sides};
inline constexpr OptionRow max_wait{
    .name = "max-wait", .value = "TIME", .help = "requests that would wait longer go to the API, in the replay (default: none wait)", .needs = "replay",
    .key = "max_wait_hours", .measure = Measure::duration, .domain = detail::wait};
inline constexpr OptionRow seed{"seed", "", "S", "of the resampled months (default 1): the same seed draws the same", false, both_sides};

inline constexpr OptionRow engine{"engine", "", "NAME", "that the query is for", false, {}, detail::engines};
inline constexpr OptionRow table{"table", "", "NAME", "the table that holds the requests, one a row"};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
