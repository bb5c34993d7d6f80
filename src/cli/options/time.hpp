// SPDX-License-Identifier: MIT
#pragma once

// The options of the commands in which time passes: forecast, commit and buy. A new one is a row here and its mention
// in the table of commands.

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

inline constexpr QuantityOption growth{
    {"growth", "", "%/month", "growth of the volume, compounded each month; of a yearly one the twelfth root"},
    "growth_ratio_per_month", Measure::monthly_growth, detail::growth, 0};
inline constexpr QuantityOption gpu_decline{
    {"gpu-decline", "", "%/year", "decline of the GPU price, the share within a year"},
    "gpu_decline_ratio_per_year", Measure::yearly_decline, detail::decline, 0};
inline constexpr QuantityOption api_decline{
    {"api-decline", "", "%/year", "decline of the API prices, the share within a year"},
    "api_decline_ratio_per_year", Measure::yearly_decline, detail::decline, 0};
inline constexpr QuantityOption months{
    {"months", "", "N", "how many months, with this one (default: 36)"}, "month_count", Measure::count, detail::months, 36};
inline constexpr QuantityOption discount_rate{
    {"discount-rate", "", "%/year", "what a later payment is worth less for each year, for present values"},
    "discount_ratio_per_year", Measure::yearly_interest, detail::interest};

inline constexpr QuantityOption commit{
    {"commit", "", "SPAN", "how long the capacity is committed to: 1y, 36months"}, "commit_months", Measure::span, detail::span};
inline constexpr QuantityOption discount{
    {"discount", "", "RATIO", "discount of the commitment off the on-demand price"}, "discount_ratio", Measure::ratio, io::ratio};

inline constexpr QuantityOption hardware_price{
    {"hardware-price", "", "usd", "price of one GPU with its share of the machine"},
    "hardware_usd_per_gpu", Measure::money, io::non_negative};
inline constexpr QuantityOption life{
    {"life", "", "SPAN", "how long it is used: 36months, 4years"}, "life_months", Measure::span, detail::span};
inline constexpr QuantityOption residual{
    {"residual", "", "RATIO", "share of the price for which it is sold in the end"}, "residual_ratio", Measure::ratio, io::ratio, 0};
inline constexpr QuantityOption cost_of_capital{
    {"cost-of-capital", "", "%/year", "interest on the capital, compounded"},
    "cost_of_capital_ratio_per_year", Measure::yearly_interest, detail::interest, 0};
inline constexpr QuantityOption power{
    {"power", "", "kW", "power that one GPU with its share of the machine draws, as measured"}, "power_kw", Measure::power, io::non_negative};
inline constexpr QuantityOption pue{
    {"pue", "", "FACTOR", "power usage effectiveness of the data center (default: 1)"}, "pue", Measure::multiplier, io::at_least_one};
inline constexpr QuantityOption electricity{
    {"electricity", "", "usd/kWh", "price of electricity"}, "electricity_usd_per_kwh", Measure::energy_price, io::non_negative};
inline constexpr QuantityOption colocation{
    {"colocation", "", "usd/month", "space and network for one GPU"}, "colocation_usd_per_month", Measure::monthly_money, io::non_negative};
inline constexpr QuantityOption support{
    {"support", "", "usd/month", "maintenance and licenses for one GPU"}, "support_usd_per_month", Measure::monthly_money, io::non_negative};

}  // namespace option
// clang-format on

}  // namespace breakeven::app
