// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "inputs/question.hpp"

namespace breakeven::app {

/// What every command asks its questions with.
struct Asker {
  const std::vector<Given>& given;       // displaced values too
  std::span<const Recorded> recorded{};  // what an earlier answer looked up
  CatalogSource catalog;
  Date today{};
  io::Diagnostics& problems;

  /// The values that count.
  EffectiveInputs chosen() const { return effective_inputs(given, problems); }
  Question question(const Requirements& needs) const { return answerable(chosen(), needs, problems); }
  /// The question that `chosen` asks; warns of each price that changed since the earlier answer.
  Question answerable(const EffectiveInputs& chosen, const Requirements& needs, io::Diagnostics& found) const;
  /// The same without that warning.
  Question resolved(const EffectiveInputs& chosen, const Requirements& needs, io::Diagnostics& found) const {
    return resolve(chosen, needs, catalog, today, found);
  }
  /// The number that the question currently has for the key.
  std::optional<double> current_number(Key key) const;
};

}  // namespace breakeven::app
