// SPDX-License-Identifier: MIT
#pragma once

// The options of the commands in which time passes: forecast, commit and buy. A new one is a row here and an entry in
// the table of commands.

#include "cli/quantity_options.hpp"

namespace breakeven::app {

namespace detail {

constexpr double almost_one = 1 - 1e-12;
constexpr double longest_span = 1200;

inline constexpr io::Domain growth{
    .text = "above -100% a month and at most 1e15", .min = -almost_one, .max = io::largest};
inline constexpr io::Domain decline{
    .text = "from -900% to below 100% a year (below 0 the price rises)", .min = -9, .max = almost_one};
inline constexpr io::Domain interest{.text = "from 0% to 1000% a year", .min = 0, .max = 10};
inline constexpr io::Domain span{.text = "above 0 and at most 1200 months", .min = io::smallest, .max = longest_span};
inline constexpr io::Domain months{
    .text = "a whole number from 1 to 1200", .min = 1, .max = longest_span, .integer = true};

}  // namespace detail

// clang-format off
namespace option {

inline constexpr OptionRow growth{
    .name = "growth", .value = "%/month", .help = "growth of the volume, compounded each month; of a yearly one the twelfth root",
    .key = "growth_ratio_per_month", .measure = Measure::monthly_growth, .domain = detail::growth, .default_value = 0};
inline constexpr OptionRow gpu_decline{
    .name = "gpu-decline", .value = "%/year", .help = "decline of the GPU price, the share within a year",
    .key = "gpu_decline_ratio_per_year", .measure = Measure::yearly_decline, .domain = detail::decline, .default_value = 0};
inline constexpr OptionRow api_decline{
    .name = "api-decline", .value = "%/year", .help = "decline of the API prices, the share within a year",
    .key = "api_decline_ratio_per_year", .measure = Measure::yearly_decline, .domain = detail::decline, .default_value = 0};
inline constexpr OptionRow months{
    .name = "months", .value = "N", .help = "how many months, with this one (default: 36)",
    .key = "month_count", .measure = Measure::count, .domain = detail::months, .default_value = 36};
inline constexpr OptionRow discount_rate{
    .name = "discount-rate", .value = "%/year", .help = "what a later payment is worth less for each year, for present values",
    .key = "discount_ratio_per_year", .measure = Measure::yearly_interest, .domain = detail::interest};

inline constexpr OptionRow commit{
    .name = "commit", .value = "SPAN", .help = "how long the capacity is committed to: 1y, 36months",
    .key = "commit_months", .measure = Measure::span, .domain = detail::span};
inline constexpr OptionRow discount{
    .name = "discount", .value = "RATIO", .help = "discount of the commitment off the on-demand price",
    .key = "discount_ratio", .measure = Measure::ratio, .domain = io::ratio};

inline constexpr OptionRow hardware_price{
    .name = "hardware-price", .value = "usd", .help = "price of one GPU with its share of the machine",
    .key = "hardware_usd_per_gpu", .measure = Measure::money, .domain = io::non_negative};
inline constexpr OptionRow life{
    .name = "life", .value = "SPAN", .help = "how long it is used: 36months, 4years",
    .key = "life_months", .measure = Measure::span, .domain = detail::span};
inline constexpr OptionRow residual{
    .name = "residual", .value = "RATIO", .help = "share of the price for which it is sold in the end",
    .key = "residual_ratio", .measure = Measure::ratio, .domain = io::ratio, .default_value = 0};
inline constexpr OptionRow cost_of_capital{
    .name = "cost-of-capital", .value = "%/year", .help = "interest on the capital, compounded",
    .key = "cost_of_capital_ratio_per_year", .measure = Measure::yearly_interest, .domain = detail::interest, .default_value = 0};
inline constexpr OptionRow power{
    .name = "power", .value = "kW", .help = "power that one GPU with its share of the machine draws, as measured",
    .key = "power_kw", .measure = Measure::power, .domain = io::non_negative};
inline constexpr OptionRow pue{
    .name = "pue", .value = "FACTOR", .help = "power usage effectiveness of the data center (default: 1)",
    .key = "pue", .measure = Measure::multiplier, .domain = io::at_least_one};
inline constexpr OptionRow electricity{
    .name = "electricity", .value = "usd/kWh", .help = "price of electricity",
    .key = "electricity_usd_per_kwh", .measure = Measure::energy_price, .domain = io::non_negative};
inline constexpr OptionRow colocation{
    .name = "colocation", .value = "usd/month", .help = "space and network for one GPU",
    .key = "colocation_usd_per_month", .measure = Measure::monthly_money, .domain = io::non_negative};
inline constexpr OptionRow support{
    .name = "support", .value = "usd/month", .help = "maintenance and licenses for one GPU",
    .key = "support_usd_per_month", .measure = Measure::monthly_money, .domain = io::non_negative};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
