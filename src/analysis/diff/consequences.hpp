// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/metrics.hpp"
#include "inputs/asker.hpp"

namespace breakeven::app {

/// A question asked of two catalogs.
struct NamedQuestion {
  std::string name{};
  std::vector<Given> given{};
  bool shows_moves = true;  // else only whether its verdict flips
};

/// A verdict that changed. Reasons are empty unless a verdict is `unanswerable`.
struct VerdictFlip {
  std::string scenario{};
  std::string before{};
  std::string after{};
  std::string before_reason{};
  std::string after_reason{};
};

/// A figure of an answer that changed. A status says why there is no number.
struct Move {
  std::string scenario{};
  std::string key{};
  std::optional<double> before{};
  std::optional<double> after{};
  std::string before_status{};
  std::string after_status{};
  std::optional<double> change_ratio{};  // also absent for the saving of a flipped verdict: it is another side's
};

/// How the answers to the same questions differ between two catalogs.
struct Consequences {
  std::vector<VerdictFlip> flipped{};
  std::vector<Move> moved{};  // by question, then largest move first
};

inline constexpr std::string_view unanswerable = "unanswerable";

/// Asks both catalogs each question. If only one can answer, the verdict flips; if neither can, that is a problem.
Consequences consequences(const std::vector<NamedQuestion>& questions, const Catalog& before, const Catalog& after,
                          Date today, io::Diagnostics& problems);

}  // namespace breakeven::app
