// SPDX-License-Identifier: MIT
#include "inputs/measure.hpp"

#include <algorithm>
#include <array>

namespace breakeven::app {
namespace {

// clang-format off
constexpr std::array unit_words{
    UnitWord{"usd", UnitKind::money},        UnitWord{"USD", UnitKind::money},        UnitWord{"$", UnitKind::money},
    UnitWord{"tok", UnitKind::token},        UnitWord{"req", UnitKind::request},      UnitWord{"%", UnitKind::percent},
    UnitWord{"ms", UnitKind::time, 1e-3},    UnitWord{"s", UnitKind::time},           UnitWord{"min", UnitKind::time, 60},     UnitWord{"h", UnitKind::time, 3600},
    UnitWord{"hour", UnitKind::time, 3600},  UnitWord{"d", UnitKind::time, 86400},    UnitWord{"day", UnitKind::time, 86400},
    UnitWord{"week", UnitKind::time, 604800}, UnitWord{"mo", UnitKind::month},        UnitWord{"month", UnitKind::month},
    UnitWord{"months", UnitKind::month},     UnitWord{"y", UnitKind::month, 12},      UnitWord{"year", UnitKind::month, 12},
    UnitWord{"years", UnitKind::month, 12},  UnitWord{"W", UnitKind::power},          UnitWord{"Wh", UnitKind::energy},
    UnitWord{"s/tok2", UnitKind::second_per_token2},
    UnitWord{"GiB", UnitKind::memory, 1073741824}, UnitWord{"MiB", UnitKind::memory, 1048576}, UnitWord{"GB", UnitKind::memory, 1e9},
};

struct Multiplier {
  char letter;
  double size;
};
constexpr std::array multipliers{Multiplier{'k', 1e3}, Multiplier{'M', 1e6}, Multiplier{'B', 1e9}, Multiplier{'T', 1e12}};

constexpr std::array<std::string_view, 15> other_currencies{"eur", "EUR", "gbp", "GBP", "jpy", "JPY", "cny", "CNY",
                                                            "inr", "INR", "chf", "CHF", "\u20ac", "\u00a3", "\u00a5"};

// In the order of Measure.
constexpr std::array measure_rows{
    MeasureRow{Measure::hourly_price, "usd/h", UnitKind::money, UnitKind::time, 1, 3600, "2.50usd/h"},
    MeasureRow{Measure::second_price, "usd/s", UnitKind::money, UnitKind::time, 1, 1, "0.0011usd/s"},
    MeasureRow{Measure::monthly_money, "usd/month", UnitKind::money, UnitKind::month, 1, 1, "1500usd/month"},
    MeasureRow{Measure::token_price, "usd/Mtok", UnitKind::money, UnitKind::token, 1, 1e6, "0.60usd/Mtok"},
    MeasureRow{Measure::request_fee, "usd/req", UnitKind::money, UnitKind::request, 1, 1, "0.01usd/req"},
    MeasureRow{Measure::token_rate, "tok/s", UnitKind::token, UnitKind::time, 1, 1, "2500tok/s"},
    MeasureRow{Measure::monthly_tokens, "tok/month", UnitKind::token, UnitKind::month, 1, 1, "1B/month"},
    MeasureRow{Measure::monthly_requests, "req/month", UnitKind::request, UnitKind::month, 1, 1, "500k/month"},
    MeasureRow{Measure::duration, "h", UnitKind::time, UnitKind::nothing, 3600, 1, "720h"},
    MeasureRow{Measure::latency, "ms", UnitKind::time, UnitKind::nothing, 1e-3, 1, "300ms"},
    MeasureRow{Measure::seconds, "s", UnitKind::time, UnitKind::nothing, 1, 1, "40s"},
    MeasureRow{Measure::hourly_count, "/h", UnitKind::nothing, UnitKind::time, 1, 3600, "0.2/h"},
    MeasureRow{Measure::monthly_count, "/month", UnitKind::nothing, UnitKind::month, 1, 1, "3/day"},
    MeasureRow{Measure::context_cost, "s/tok2", UnitKind::second_per_token2, UnitKind::nothing, 1, 1, "1e-9"},
    MeasureRow{Measure::tokens, "tok", UnitKind::token, UnitKind::nothing, 1, 1, "1500"},
    MeasureRow{Measure::count, "", UnitKind::nothing, UnitKind::nothing, 1, 1, "2"},
    MeasureRow{Measure::ratio, "", UnitKind::percent, UnitKind::nothing, 100, 1, "0.1 or 10%"},
    MeasureRow{Measure::multiplier, "", UnitKind::nothing, UnitKind::nothing, 1, 1, "1.2"},
    MeasureRow{Measure::monthly_growth, "%/month", UnitKind::percent, UnitKind::month, 100, 1, "10%/month", Compounding::growth},
    MeasureRow{Measure::yearly_decline, "%/year", UnitKind::percent, UnitKind::month, 100, 12, "20%/year", Compounding::decline},
    MeasureRow{Measure::yearly_interest, "%/year", UnitKind::percent, UnitKind::month, 100, 12, "10%/year", Compounding::growth},
    MeasureRow{Measure::span, "months", UnitKind::month, UnitKind::nothing, 1, 1, "36months"},
    MeasureRow{Measure::money, "usd", UnitKind::money, UnitKind::nothing, 1, 1, "30kusd"},
    MeasureRow{Measure::power, "kW", UnitKind::power, UnitKind::nothing, 1000, 1, "0.7kW"},
    MeasureRow{Measure::energy_price, "usd/kWh", UnitKind::money, UnitKind::energy, 1, 1000, "0.10usd/kWh"},
    MeasureRow{Measure::memory, "GiB", UnitKind::memory, UnitKind::nothing, 1073741824, 1, "2.5GiB"},
    MeasureRow{Measure::id, "", UnitKind::nothing, UnitKind::nothing, 1, 1, ""},
    MeasureRow{Measure::word, "", UnitKind::nothing, UnitKind::nothing, 1, 1, ""},
    MeasureRow{Measure::tiers, "", UnitKind::nothing, UnitKind::nothing, 1, 1, "100M/month:0.80usd/Mtok,1B/month:20%"},
};
// clang-format on

bool is_other_case(char a, char b) {
  constexpr int case_bit = 'a' ^ 'A';
  return (a ^ b) == case_bit;
}

}  // namespace

const MeasureRow& row_of(Measure measure) { return measure_rows.at(static_cast<std::size_t>(measure)); }

std::optional<UnitWord> find_unit(std::string_view word) {
  for (const UnitWord& known : unit_words)
    if (known.word == word) return known;
  return std::nullopt;
}

std::optional<MultipliedUnit> parse_unit(std::string_view word) {
  if (word.empty()) return MultipliedUnit{};
  if (const auto unit = find_unit(word)) return MultipliedUnit{.unit = *unit};
  for (const Multiplier& multiplier : multipliers) {
    if (word.front() != multiplier.letter) continue;
    if (word.size() == 1) return MultipliedUnit{.multiplier = multiplier.size, .has_multiplier = true};
    const auto unit = find_unit(word.substr(1));
    if (unit && unit->thing != UnitKind::percent) return MultipliedUnit{multiplier.size, true, *unit};
  }
  return std::nullopt;
}

std::string respelt_unit(std::string_view word) {
  const std::string_view rest = word.substr(1);
  for (const Multiplier& multiplier : multipliers)
    if (is_other_case(word.front(), multiplier.letter) && (rest.empty() || find_unit(rest)))
      return multiplier.letter + std::string(rest);
  for (const UnitWord& unit : unit_words)
    if (rest.empty() && unit.word.size() == 1 && is_other_case(word.front(), unit.word.front()))
      return std::string(unit.word);
  return {};
}

bool in_other_currency(std::string_view word) {
  const auto is_begun_by = [&](const Multiplier& multiplier) { return word.starts_with(multiplier.letter); };
  const bool multiplied = std::any_of(multipliers.begin(), multipliers.end(), is_begun_by);
  const std::string_view unit = word.substr(multiplied ? 1 : 0);
  return std::any_of(other_currencies.begin(), other_currencies.end(), [&](std::string_view currency) {
    return unit.starts_with(currency) || word.starts_with(currency);
  });
}

}  // namespace breakeven::app
