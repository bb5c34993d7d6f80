// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/checks/checker.hpp"
#include "analysis/diff/consequences.hpp"

namespace breakeven::app {

/// An expectation that came to something else with another catalog.
struct CheckChange {
  std::string name{};  // of the check, with the values that it is repeated for
  std::string metric{};
  std::string expected{};  // "must be at most 0.4"
  CheckStatus before{};
  CheckStatus after{};
  Json before_actual{};
  Json after_actual{};
};

/// What two catalogs make of the checks of files.
struct CheckConsequences {
  std::vector<CheckChange> changed{};
  std::vector<Move> moved{};               // figures that checks expect something of, the one that moved most first
  std::vector<NamedQuestion> questions{};  // that checks of compare ask, each once
};

/// Runs the checks against both. One that neither catalog can answer is a problem.
CheckConsequences check_consequences(const Asker& asker, const CheckFiles& checks, const Catalog& before,
                                     const Catalog& after);

}  // namespace breakeven::app
