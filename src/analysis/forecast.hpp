// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/forecast.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// The trends of the months to come, and their results.
struct ForecastAnswer {
  const Question& question;
  Trends trends;
  std::optional<double> discount_rate;
  std::vector<ForecastMonth> months;
  std::vector<WinnerChange> flips;
  Result<double> months_to_break_even;  // until the volume reaches the first break-even at today's prices
};

ForecastAnswer forecast_answer(const Question& question, const Trends& trends, int months,
                               std::optional<double> discount_rate);

/// `at` for one flip, `not_unique` for several, `always` if self-hosting is cheaper in every month, else `never`.
Status flip_status(const ForecastAnswer& answer);
/// Why there is no flip; empty if there is one.
std::string_view no_flip_reason(const ForecastAnswer& answer);

}  // namespace breakeven::app
