// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "breakeven/price_decline.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

enum class CommitmentVerdict { commit, on_demand, tie };
std::string_view name(CommitmentVerdict verdict);

/// A commitment of one GPU, compared with the same GPU on demand over the same time.
struct CommitmentAnswer {
  Commitment commitment;
  double hours_per_month = 0;
  std::optional<HourlyPrice> price;  // on demand, today
  double on_demand_ratio = 1;        // on-demand cost as a share of every hour's cost at today's price
  double break_even_discount = 0;
  Result<double> break_even_decline;
  Result<double> break_even_usage;

  double committed_ratio() const { return 1 - commitment.discount; }
  /// The cost of a share of every hour at today's price over the whole commitment.
  Money cost(double ratio) const { return *price * (ratio * hours_per_month * commitment.months) * hour; }
  CommitmentVerdict verdict() const;
};

CommitmentAnswer commitment_answer(const Commitment& commitment, const InputSet& inputs);

}  // namespace breakeven::app
