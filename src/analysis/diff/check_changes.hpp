// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/checker.hpp"
#include "analysis/diff/consequences.hpp"

namespace breakeven::app {

/// An expectation whose result differs with another catalog.
struct CheckChange {
  std::string name{};  // of the check, with the values that it is repeated for
  std::string metric{};
  std::string expected{};  // "must be at most 0.4"
  CheckStatus before{};
  CheckStatus after{};
  Json before_actual{};
  Json after_actual{};
};

/// How two catalogs change the results of check files.
struct CheckConsequences {
  std::vector<CheckChange> changed{};
  std::vector<Move> moved{};               // figures that checks have expectations of, largest move first
  std::vector<NamedQuestion> questions{};  // questions of the checks of compare, each once
};

/// Runs the checks against both catalogs. A check that neither can answer is a problem.
CheckConsequences check_consequences(const Asker& asker, const CheckFiles& checks, const Catalog& before,
                                     const Catalog& after);

}  // namespace breakeven::app
