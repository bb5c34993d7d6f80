// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "inputs/asker.hpp"

namespace breakeven::app {

/// How one input moves the answer while the others stay (MODEL 2.1, 2.10). Savings are what self-hosting saves per
/// month, in usd, negative if the API is cheaper; absent if self-hosting is infeasible.
struct Sensitivity {
  Key key{};
  double value = 0;
  double low = 0;
  double high = 0;
  std::optional<double> saving_at_low{};
  std::optional<double> saving_at_high{};
  /// Percent by which the cost per Mtok rises if the input rises by one percent; absent for whole numbers.
  std::optional<double> self_host_elasticity{};
  std::optional<double> api_elasticity{};
  /// The nearest value at which the cheaper side changes.
  std::optional<double> switching_value{};

  /// How much the saving differs between low and high; infinite if self-hosting is infeasible at one of them.
  double swing() const;
};

/// Varies every number of the question over its range, or else by `swing` both ways as far as its domain and the other
/// inputs allow; the one that moves the saving most comes first.
std::vector<Sensitivity> sensitivities(const Asker& asker, const Question& question, double swing);

/// What self-hosting saves per month, in usd.
std::optional<double> saving_of(const Scenario& scenario);

}  // namespace breakeven::app
