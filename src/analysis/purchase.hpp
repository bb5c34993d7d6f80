// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "breakeven/break_even.hpp"
#include "breakeven/ownership.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

enum class PurchaseVerdict { buy, rent, api, tie, not_applicable };
std::string_view name(PurchaseVerdict verdict);

/// What owning is compared with, per month. Amounts and paybacks count only if there is no `reason`.
struct Alternative {
  std::string_view status = "not_applicable";  // or priced, or infeasible
  std::string_view reason{};                   // why it has no price
  double gpu_count = 1;
  Money hardware{};         // price of the GPUs
  Money owned{};            // cost of owning them
  Money running{};          // of that, everything but the capital
  Money today{};            // cost of the alternative at today's price
  Money mean_over_life{};   // its mean, weighted by the cost of money
  double annual_decline{};  // of its price
  Result<double> static_payback{};
  Result<double> payback{};  // at the falling price

  bool is_priced() const { return status == "priced"; }
};

/// Owned GPUs, compared with renting one and, at the asked volume, with the API.
struct Purchase {
  Ownership ownership{};
  bool counts_power = false;
  bool counts_colocation = false;
  bool counts_support = false;
  Time powered{};
  OwnedCost owned{};  // of one GPU
  Alternative rent{};
  Alternative api{};

  using Candidate = std::pair<PurchaseVerdict, Money>;
  /// The priced ones per month, cheapest first: at the asked volume if there is one, else for one GPU.
  std::vector<Candidate> candidates() const;
  PurchaseVerdict verdict() const;
};

/// Fills in the costs and the alternatives that the question names.
void compare_purchase(Purchase& purchase, const Question& question, double gpu_decline, double api_decline);

}  // namespace breakeven::app
