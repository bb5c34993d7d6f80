// SPDX-License-Identifier: MIT
#include "analysis/commitment.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/numerics/tolerance.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {

std::string_view name(CommitmentVerdict verdict) {
  static constexpr std::array<std::string_view, 3> names{"commit", "on_demand", "tie"};
  return names.at(static_cast<std::size_t>(verdict));
}

CommitmentVerdict CommitmentAnswer::verdict() const {
  const double gap = on_demand_ratio - committed_ratio();
  if (std::abs(gap) <= tie_tolerance * std::max(on_demand_ratio, committed_ratio())) return CommitmentVerdict::tie;
  return gap > 0 ? CommitmentVerdict::commit : CommitmentVerdict::on_demand;
}

CommitmentAnswer commitment_answer(const Commitment& commitment, const InputSet& inputs) {
  CommitmentAnswer answer{
      .commitment = commitment,
      .hours_per_month = at(inputs, key("hours_per_month"))->number,
      .price = {},
      .on_demand_ratio = commitment.usage * mean_price_factor(commitment.annual_decline, commitment.months),
      .break_even_discount = commitment_break_even_discount(commitment),
      .break_even_decline = commitment_break_even_decline(commitment),
      .break_even_usage = commitment_break_even_usage(commitment)};
  if (const auto& price = at(inputs, key("gpu_usd_per_hour"))) answer.price = price->number * io::usd_per_hour;
  return answer;
}

}  // namespace breakeven::app
