// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inputs/input_table.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

inline constexpr std::size_t most_points = 100'000;

/// The values that --vary gives one input: `KEY=A..B/N`, `A..B/N@log`, `A..B:STEP` or `a,b,c`.
struct SweptInput {
  enum class Rule { listed, linear, logarithmic, stepped };

  Key key{};
  Rule rule = Rule::listed;
  std::vector<std::string> ids{};  // ids or words, instead of amounts
  std::vector<Amount> listed{};
  AmountRange bounds{};
  Amount step{};
  std::size_t count = 0;  // number of values, both bounds included

  bool is_id_list() const { return !ids.empty(); }
  /// The i-th value in the key's unit.
  double number(std::size_t i, double hours_per_month) const;
};

/// Reads what follows --vary; a problem if it is malformed, leaves the key's domain or has too many values.
std::optional<SweptInput> parse_variation(const std::string& text, io::Diagnostics& problems);

}  // namespace breakeven::app
