// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/forecast.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// What was asked of the months to come, and what they bring.
struct ForecastAnswer {
  const Question& question;
  Trends trends;
  std::optional<double> discount_rate;
  std::vector<ForecastMonth> months;
  std::vector<WinnerChange> flips;
  Result<double> months_to_break_even;  // with which the volume reaches the first break-even of today's prices
};

ForecastAnswer forecast_answer(const Question& question, const Trends& trends, int months,
                               std::optional<double> discount_rate);

/// `at` one flip or `not_unique` several, `always` where self-hosting is cheaper in every month, else `never`.
Status flip_status(const ForecastAnswer& answer);
/// Why there is no flip; empty if there is one.
std::string_view no_flip_reason(const ForecastAnswer& answer);

}  // namespace breakeven::app
