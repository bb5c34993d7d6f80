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

/// What owning is held against, by the month. Amounts and paybacks count only if there is no reason against.
struct Alternative {
  std::string_view status = "not_applicable";  // or priced, or infeasible
  std::string_view reason{};                   // why it has no price
  double gpu_count = 1;
  Money hardware{};         // what is paid for the GPUs
  Money owned{};            // what owning them costs
  Money running{};          // of that, all but the capital
  Money today{};            // what the alternative costs at today's price
  Money mean_over_life{};   // and on average, weighted by what money costs
  double annual_decline{};  // of its price
  Result<double> static_payback{};
  Result<double> payback{};  // at the falling price

  bool is_priced() const { return status == "priced"; }
};

/// Owned GPUs, against renting one and, at the asked volume, against the API.
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
  /// Those that are priced, cheapest first, by the month: at the asked volume if there is one, else for one GPU.
  std::vector<Candidate> candidates() const;
  PurchaseVerdict verdict() const;
};

/// Fills in the costs and the alternatives that the question names.
void compare_purchase(Purchase& purchase, const Question& question, double gpu_decline, double api_decline);

}  // namespace breakeven::app
