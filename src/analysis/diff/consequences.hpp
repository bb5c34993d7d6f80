// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/metrics.hpp"
#include "inputs/asker.hpp"

namespace breakeven::app {

/// A question that is asked of two catalogs.
struct NamedQuestion {
  std::string name{};
  std::vector<Given> given{};
  bool shows_moves = true;  // else only whether its verdict flips
};

/// A verdict that is another one after. Reasons are empty unless the verdict is that the question is unanswerable.
struct VerdictFlip {
  std::string scenario{};
  std::string before{};
  std::string after{};
  std::string before_reason{};
  std::string after_reason{};
};

/// A figure of an answer that is another one after. A status says why there is no number.
struct Move {
  std::string scenario{};
  std::string key{};
  std::optional<double> before{};
  std::optional<double> after{};
  std::string before_status{};
  std::string after_status{};
  std::optional<double> change_ratio{};  // absent too for the saving of a verdict that flipped: it is another side's
};

/// What two catalogs make of the same questions.
struct Consequences {
  std::vector<VerdictFlip> flipped{};
  std::vector<Move> moved{};  // by question, and the figure that moved most first
};

inline constexpr std::string_view unanswerable = "unanswerable";

/// Asks both sides of each. A question that one catalog cannot answer flips; one that none can is a problem.
Consequences consequences(const std::vector<NamedQuestion>& questions, const Catalog& before, const Catalog& after,
                          Date today, io::Diagnostics& problems);

}  // namespace breakeven::app
