// SPDX-License-Identifier: MIT
#include "analysis/forecast.hpp"

#include <array>

#include "breakeven/price_decline.hpp"

namespace breakeven::app {
namespace {

Result<double> months_to_break_even(const Comparison& today, const Trends& trends) {
  if (trends.gpu_decline != 0 || trends.api_decline != 0)
    return {.status = Status::not_applicable, .reason = "prices change too, and with them the break-even volume"};
  const VolumeBreakEven& volume = today.break_even.volume;
  if (volume.status == Status::always) return {.status = Status::always, .value = 0};
  if (!volume.value) return {.status = Status::never, .reason = volume.reason};
  return months_until(*volume.value, today.volume, trends.monthly_growth);
}

}  // namespace

ForecastAnswer forecast_answer(const Question& question, const Trends& trends, int months,
                               std::optional<double> discount_rate) {
  ForecastAnswer answer{.question = question,
                        .trends = trends,
                        .discount_rate = discount_rate,
                        .months = forecast(question.scenario, trends, months),
                        .flips = {},
                        .months_to_break_even = {}};
  answer.flips = flips(answer.months);
  answer.months_to_break_even = months_to_break_even(answer.months.front().comparison, trends);
  return answer;
}

Status flip_status(const ForecastAnswer& answer) {
  if (answer.flips.size() > 1) return Status::not_unique;
  if (answer.flips.size() == 1) return Status::at;
  return answer.months.front().comparison.verdict == Verdict::self_host ? Status::always : Status::never;
}

std::string_view no_flip_reason(const ForecastAnswer& answer) {
  static constexpr std::array<std::string_view, 4> reasons{
      "self-hosting is cheaper in every month", "the API is cheaper in every month",
      "both sides cost the same in every month", "self-hosting is infeasible in every month"};
  if (!answer.flips.empty()) return "";
  return reasons.at(static_cast<std::size_t>(answer.months.front().comparison.verdict));
}

}  // namespace breakeven::app
