// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "inputs/quantity.hpp"

namespace breakeven::app {

/// What a unit word counts.
enum class UnitKind { nothing, money, token, request, time, month, percent, second_per_token2, power, energy, memory };

struct UnitWord {
  std::string_view word;
  UnitKind thing = UnitKind::nothing;
  double size = 1;  // time in seconds, months in months, memory in bytes
};
std::optional<UnitWord> find_unit(std::string_view word);

/// `[mult] [unit]`: "kusd", "Mtok", "B", "h", or empty.
struct MultipliedUnit {
  double multiplier = 1;
  bool has_multiplier = false;
  UnitWord unit{};

  bool empty() const { return unit.thing == UnitKind::nothing && !has_multiplier; }
  double size() const { return multiplier * unit.size; }
};
std::optional<MultipliedUnit> parse_unit(std::string_view word);

/// The unit meant by a word in another letter case: "Mtok" for "mtok". Empty if there is none.
std::string respelt_unit(std::string_view word);

/// Whether the word, after any multiplier, begins with a currency other than the dollar.
bool in_other_currency(std::string_view word);

/// How a monthly share becomes a yearly one: as growth, (1+x)^12 − 1, or as decline, 1 − (1−x)^12.
enum class Compounding { none, growth, decline };

/// One thing per another, held in a unit of numerator_size/denominator_size.
struct MeasureRow {
  Measure measure;
  std::string_view unit;
  UnitKind numerator;
  UnitKind denominator;
  double numerator_size;
  double denominator_size;
  std::string_view example;
  Compounding compounding = Compounding::none;

  /// Whether a bare number is clear enough: a count, a ratio, tokens.
  bool unit_is_optional() const {
    const bool counted = numerator == UnitKind::nothing || numerator == UnitKind::percent ||
                         numerator == UnitKind::token || numerator == UnitKind::second_per_token2;
    return counted && denominator == UnitKind::nothing;
  }
};
const MeasureRow& row_of(Measure measure);

}  // namespace breakeven::app
