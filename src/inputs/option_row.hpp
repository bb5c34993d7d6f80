// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "breakeven/scenario.hpp"
#include "inputs/quantity.hpp"
#include "io/domain.hpp"

namespace breakeven::app {

/// Inputs that answer the same question in different ways. Inputs with the same group and member go together.
enum class Group { none, demand, throughput, hours, api_price, api_tiers, mix, serverless };

/// An option of a command, or an input of the cost model (which also has a key).
struct OptionRow {
  std::string_view name{};        // without the dashes; empty if only a compound option sets it
  std::string_view short_name{};  // one letter, or empty
  std::string_view value{};       // the placeholder in help; empty for a flag, and for an input whose measure gives it
  std::string_view help{};
  bool repeatable = false;
  std::string_view needs{};                              // without that option, this one has no effect
  std::vector<std::string_view> (*choices)() = nullptr;  // the words its value can be, for help

  // For a quantity, an id or a word:
  std::string_view key{};  // in JSON
  Measure measure{};
  io::Domain domain{};
  std::optional<double> default_value{};

  // Of an input of the cost model:
  void (*assign)(Scenario&, double) = nullptr;  // null if it is not a number of the model
  bool jumps = false;                           // costs jump up and down as it grows, so it cannot be solved for
  Group group = Group::none;
  int member = 0;
  std::optional<TierKind> tier_kind{};
  std::span<const std::string_view> words{};  // the words it can be

  bool is_flag() const { return value.empty() && key.empty(); }
};

}  // namespace breakeven::app
