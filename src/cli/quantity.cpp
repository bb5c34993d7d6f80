// SPDX-License-Identifier: MIT
#include "cli/quantity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "io/diagnostic.hpp"

namespace breakeven::cli {
namespace {

enum class Thing { nothing, money, token, request, time, month, percent, second_per_token2 };

struct UnitWord {
  std::string_view word;
  Thing thing;
  double size;  // of time in seconds, of months in months
};

constexpr std::array unit_words{
    UnitWord{"usd", Thing::money, 1},
    UnitWord{"USD", Thing::money, 1},
    UnitWord{"$", Thing::money, 1},
    UnitWord{"tok", Thing::token, 1},
    UnitWord{"req", Thing::request, 1},
    UnitWord{"s", Thing::time, 1},
    UnitWord{"min", Thing::time, 60},
    UnitWord{"h", Thing::time, 3600},
    UnitWord{"hour", Thing::time, 3600},
    UnitWord{"d", Thing::time, 86400},
    UnitWord{"day", Thing::time, 86400},
    UnitWord{"week", Thing::time, 604800},
    UnitWord{"mo", Thing::month, 1},
    UnitWord{"month", Thing::month, 1},
    UnitWord{"year", Thing::month, 12},
    UnitWord{"%", Thing::percent, 1},
    UnitWord{"s/tok2", Thing::second_per_token2, 1},
};

struct MultiplierWord {
  char letter;
  double size;
};
constexpr std::array multiplier_words{MultiplierWord{'k', 1e3}, MultiplierWord{'M', 1e6}, MultiplierWord{'B', 1e9},
                                      MultiplierWord{'T', 1e12}};

constexpr std::array<std::string_view, 11> other_currencies{"eur",    "EUR",    "gbp",    "GBP", "jpy", "cny",
                                                            "\u20ac", "\u00a3", "\u00a5", "inr", "chf"};

// What a measure is made of: a thing per another, held in a unit of `numerator_size`/`denominator_size`.
struct MeasureRow {
  Measure measure;
  std::string_view unit;
  Thing numerator;
  Thing denominator;
  double numerator_size;
  double denominator_size;  // of times in seconds; of months 1
  std::string_view example;
};

constexpr std::array measure_rows{
    MeasureRow{Measure::hourly_price, "usd/h", Thing::money, Thing::time, 1, 3600, "2.50usd/h"},
    MeasureRow{Measure::monthly_money, "usd/month", Thing::money, Thing::month, 1, 1, "1500usd/month"},
    MeasureRow{Measure::token_price, "usd/Mtok", Thing::money, Thing::token, 1, 1e6, "0.60usd/Mtok"},
    MeasureRow{Measure::request_fee, "usd/req", Thing::money, Thing::request, 1, 1, "0.01usd/req"},
    MeasureRow{Measure::token_rate, "tok/s", Thing::token, Thing::time, 1, 1, "2500tok/s"},
    MeasureRow{Measure::monthly_tokens, "tok/month", Thing::token, Thing::month, 1, 1, "1B/month"},
    MeasureRow{Measure::monthly_requests, "req/month", Thing::request, Thing::month, 1, 1, "500k/month"},
    MeasureRow{Measure::duration, "h", Thing::time, Thing::nothing, 3600, 1, "720h"},
    MeasureRow{Measure::context_cost, "s/tok2", Thing::second_per_token2, Thing::nothing, 1, 1, "1e-9"},
    MeasureRow{Measure::tokens, "tok", Thing::token, Thing::nothing, 1, 1, "1500"},
    MeasureRow{Measure::count, "", Thing::nothing, Thing::nothing, 1, 1, "2"},
    MeasureRow{Measure::ratio, "", Thing::percent, Thing::nothing, 100, 1, "0.1 or 10%"},
    MeasureRow{Measure::multiplier, "", Thing::nothing, Thing::nothing, 1, 1, "1.2"},
    MeasureRow{Measure::id, "", Thing::nothing, Thing::nothing, 1, 1, ""},
};

const MeasureRow& row_of(Measure measure) { return measure_rows.at(static_cast<std::size_t>(measure)); }

bool unit_is_optional(const MeasureRow& row) {
  return row.denominator == Thing::nothing && row.measure != Measure::duration;
}

struct ParsedUnit {
  double multiplier = 1;
  bool has_multiplier = false;
  UnitWord unit{"", Thing::nothing, 1};
};

std::optional<UnitWord> find_unit(std::string_view word) {
  const auto* found =
      std::find_if(unit_words.begin(), unit_words.end(), [&](const UnitWord& row) { return row.word == word; });
  return found == unit_words.end() ? std::nullopt : std::optional(*found);
}

std::optional<ParsedUnit> parse_unit(std::string_view word) {
  if (word.empty()) return ParsedUnit{};
  if (const auto unit = find_unit(word)) return ParsedUnit{.unit = *unit};
  for (const MultiplierWord& multiplier : multiplier_words) {
    if (word.front() != multiplier.letter) continue;
    const std::string_view rest = word.substr(1);
    if (rest.empty()) return ParsedUnit{multiplier.size, true, {"", Thing::nothing, 1}};
    if (const auto unit = find_unit(rest); unit && unit->thing != Thing::percent)
      return ParsedUnit{multiplier.size, true, *unit};
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<MultiplierWord> find_multiplier(char letter) {
  const auto* found = std::find_if(multiplier_words.begin(), multiplier_words.end(),
                                   [&](const MultiplierWord& row) { return row.letter == letter; });
  return found == multiplier_words.end() ? std::nullopt : std::optional(*found);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  return "'" + io::printable(text.substr(0, longest)) + (text.size() > longest ? "..." : "") + "'";
}

// The reader of one figure. Each step returns a problem, or nothing and what it read.
class FigureReader {
 public:
  FigureReader(std::string_view text, Measure measure, Bare bare)
      : text_(trimmed(text)), row_(row_of(measure)), bare_(bare) {}

  std::variant<Amount, QuantityProblem> read() {
    if (text_.empty()) return problem("BE-Q001", "is empty", example());
    std::string_view rest = text_;
    const bool dollar_first = rest.front() == '$';
    if (dollar_first) rest.remove_prefix(1);
    if (in_other_currency(rest)) return other_currency();
    if (auto failed = read_number(rest)) return *failed;
    return with_units(dollar_first, trimmed(rest));
  }

 private:
  QuantityProblem problem(std::string_view code, const std::string& what, std::string help = {}) const {
    return {code, quoted(text_) + " " + what, std::move(help)};
  }

  std::string example() const { return "write it as in " + std::string(row_.example); }

  // The same number, with the unit of the key.
  std::string with_unit() const { return "write " + std::string(number_text_) + std::string(row_.unit); }

  std::optional<QuantityProblem> read_number(std::string_view& rest) {
    const std::size_t sign = !rest.empty() && rest.front() == '-' ? 1 : 0;
    std::size_t end = sign;
    while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '.' || rest[end] == '_' || rest[end] == ','))
      ++end;
    const std::string_view mantissa = rest.substr(sign, end - sign);
    if (mantissa.empty() || std::none_of(mantissa.begin(), mantissa.end(), is_digit))
      return problem("BE-Q001", "does not begin with a number", example());
    if (mantissa.find(',') != std::string_view::npos)
      return problem("BE-Q002", "has a comma",
                     "write the decimal point as . and separate digits with _: 2.50 or 1_000_000");
    for (std::size_t i = 0; i < mantissa.size(); ++i) {
      const bool between = i > 0 && i + 1 < mantissa.size() && is_digit(mantissa[i - 1]) && is_digit(mantissa[i + 1]);
      if (mantissa[i] == '_' && !between)
        return problem("BE-Q001", "has a _ that is not between digits", "write digits as in 1_000_000");
    }
    if (end < rest.size() && (rest[end] == 'e' || rest[end] == 'E')) {
      std::size_t exponent = end + 1;
      if (exponent < rest.size() && (rest[exponent] == '-' || rest[exponent] == '+')) ++exponent;
      const std::size_t digits = exponent;
      while (exponent < rest.size() && is_digit(rest[exponent])) ++exponent;
      if (exponent > digits) end = exponent;
    }
    std::string digits(rest.substr(0, end));
    std::erase(digits, '_');
    std::erase(digits, '+');
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number_);
    if (error == std::errc::result_out_of_range)
      return problem("BE-Q003", "is too large or too small for a number", example());
    if (error != std::errc() || stop != digits.data() + digits.size())
      return problem("BE-Q001", "has more than one decimal point", example());
    number_text_ = rest.substr(0, end);
    rest.remove_prefix(end);
    return std::nullopt;
  }

  std::variant<Amount, QuantityProblem> with_units(bool dollar_first, std::string_view rest) {
    if (const auto whole = parse_unit(rest); whole && whole->unit.thing == Thing::second_per_token2)
      return convert(*whole, {});
    const std::size_t slash = rest.find('/');
    const std::string_view above = trimmed(rest.substr(0, slash));
    const std::string_view below =
        slash == std::string_view::npos ? std::string_view() : trimmed(rest.substr(slash + 1));
    if (slash != std::string_view::npos && below.empty())
      return problem("BE-Q004", "has no unit behind the /", example());
    if (in_other_currency(above)) return other_currency();
    auto numerator = parse_unit(above);
    const auto denominator = parse_unit(below);
    if (!numerator) return unknown_unit(above);
    if (!denominator) return unknown_unit(below);
    if (dollar_first) {
      if (numerator->unit.thing != Thing::nothing) return problem("BE-Q004", "has a $ and another unit", example());
      numerator->unit = *find_unit("$");
    }
    return convert(*numerator, *denominator);
  }

  static bool in_other_currency(std::string_view word) {
    const auto begins = [&](std::string_view currency) { return word.starts_with(currency); };
    return std::any_of(other_currencies.begin(), other_currencies.end(), begins) ||
           (!word.empty() && find_multiplier(word.front()) && in_other_currency(word.substr(1)));
  }

  QuantityProblem other_currency() const {
    return problem("BE-Q006", "is in another currency: prices are in usd", "convert it, and " + example());
  }

  QuantityProblem unknown_unit(std::string_view word) const {
    std::string help = "units are usd, tok, req, s, min, h, d, week, month, year; multipliers k, M, B, T";
    if (word == "m") help = "write M for millions or min for minutes";
    if (is_digit(word.front())) help = "a unit has no digits; write those of a number together, or with _: 1_000_000";
    for (const UnitWord& unit : unit_words)
      if (word.size() == 1 && std::abs(word.front() - unit.word.front()) == 'a' - 'A' && unit.word.size() == 1)
        help = "did you mean " + std::string(unit.word) + "?";
    for (const MultiplierWord& multiplier : multiplier_words) {
      const bool other_case = std::abs(word.front() - multiplier.letter) == 'a' - 'A';
      if (word != "m" && other_case && (word.size() == 1 || find_unit(word.substr(1))))
        help = std::string("did you mean ") + multiplier.letter + std::string(word.substr(1)) + "?";
    }
    return problem("BE-Q004", "has the unknown unit " + quoted(word), help);
  }

  // Words that may be left out: tok and req everywhere, and what the measure leaves open.
  static Thing thing_or(const ParsedUnit& unit, Thing implied) {
    const bool implied_word = implied == Thing::token || implied == Thing::request;
    return unit.unit.thing == Thing::nothing && implied_word ? implied : unit.unit.thing;
  }

  std::variant<Amount, QuantityProblem> convert(const ParsedUnit& numerator, const ParsedUnit& denominator) const {
    const bool bare = numerator.unit.thing == Thing::nothing && denominator.unit.thing == Thing::nothing &&
                      !denominator.has_multiplier;
    if (bare && (bare_ == Bare::in_key_unit || unit_is_optional(row_))) {
      if (numerator.has_multiplier && row_.measure == Measure::ratio)
        return problem("BE-Q005", "is not a ratio", example());
      return in_range({number_ * numerator.multiplier, 0});
    }
    if (row_.numerator == Thing::money && numerator.unit.thing == Thing::nothing)
      return problem("BE-Q005", "has no currency", no_currency_help());
    if (bare && numerator.has_multiplier && row_.denominator != Thing::nothing)
      return problem("BE-Q005", "has no unit",
                     "write " + std::string(text_) + std::string(row_.unit.substr(row_.unit.find('/'))));
    if (bare) return problem("BE-Q005", "has no unit", with_unit());

    const Thing above = thing_or(numerator, row_.numerator);
    const Thing below = thing_or(denominator, row_.denominator);
    const bool months_above = above == Thing::month && row_.numerator == Thing::time;
    const bool is_time = below == Thing::time || below == Thing::month;
    const bool wants_time = row_.denominator == Thing::time || row_.denominator == Thing::month;
    const bool above_fits = above == row_.numerator || months_above;
    const bool below_fits = below == row_.denominator || (is_time && wants_time);
    if (!above_fits || !below_fits) {
      if (above_fits && denominator.unit.thing == Thing::nothing && !denominator.has_multiplier)
        return problem("BE-Q005", "has no unit behind a /", example());
      return problem("BE-Q007", "is not in " + measured_in(), example());
    }

    Amount amount{number_ * numerator.multiplier, 0};
    if (months_above)
      amount = {amount.number * numerator.unit.size, 1};
    else
      amount.number = amount.number * numerator.unit.size / row_.numerator_size;
    const double unit_below = denominator.multiplier * denominator.unit.size;
    if (below == Thing::time && row_.denominator == Thing::month)
      amount = {amount.number * 3600 / unit_below, 1};
    else if (below == Thing::month && row_.denominator == Thing::time)
      amount = {amount.number * row_.denominator_size / 3600 / unit_below, -1};
    else if (row_.denominator_size >= unit_below)
      amount.number *= row_.denominator_size / unit_below;
    else
      amount.number /= unit_below / row_.denominator_size;
    return in_range(amount);
  }

  // The amount, unless a multiplier took it beyond the numbers that there are.
  std::variant<Amount, QuantityProblem> in_range(Amount amount) const {
    if (std::isfinite(amount.number) && (amount.number != 0 || number_ == 0)) return amount;
    return problem("BE-Q003", "is too large or too small for a number", example());
  }

  std::string measured_in() const {
    if (row_.measure == Measure::ratio) return "parts of a whole";
    return row_.unit.empty() ? "plain numbers" : std::string(row_.unit);
  }

  std::string no_currency_help() const {
    const bool eaten = text_.front() == '.' || (text_.front() == '0' && (text_.size() == 1 || text_[1] == '/'));
    const std::string number =
        eaten ? (text_.front() == '.' ? "2" + std::string(number_text_) : "10") : std::string(number_text_);
    std::string help = "write " + number + std::string(row_.unit);
    if (eaten)
      help += "; an unquoted $" + number + std::string(text_.substr(number_text_.size())) + " is turned into " +
              io::printable(text_) + " by the shell";
    return help;
  }

  std::string_view text_;
  const MeasureRow& row_;
  Bare bare_;
  double number_ = 0;
  std::string_view number_text_;
};

// The unit of a figure: what stands behind its number.
std::string_view unit_text(std::string_view figure) {
  std::size_t end = figure.starts_with('-') || figure.starts_with('$') ? 1 : 0;
  while (end < figure.size()) {
    const char letter = figure[end];
    const bool exponent = (letter == 'e' || letter == 'E') && end + 1 < figure.size() &&
                          (is_digit(figure[end + 1]) || figure[end + 1] == '-' || figure[end + 1] == '+');
    if (!is_digit(letter) && letter != '.' && letter != '_' && !exponent) break;
    end += exponent ? 2 : 1;
  }
  return figure.substr(end);
}

// Gives a bound without a unit, or without what stands behind the /, that of the other.
void share_unit(std::string& bound, const std::string& other) {
  if (unit_text(bound).empty())
    bound += unit_text(other);
  else if (const std::size_t slash = other.find('/');
           slash != std::string::npos && bound.find('/') == std::string::npos)
    bound += other.substr(slash);
}

}  // namespace

std::string_view unit_of(Measure measure) { return row_of(measure).unit; }

double Amount::in_month(double hours_per_month) const {
  if (month_power == 0) return number;
  return month_power > 0 ? number * hours_per_month : number / hours_per_month;
}

std::variant<AmountRange, QuantityProblem> parse_quantity(std::string_view text, Measure measure, Bare bare) {
  const std::size_t dots = text.find("..");
  std::string low(trimmed(text.substr(0, dots)));
  std::string high = low;
  if (dots != std::string_view::npos) {
    high = trimmed(text.substr(dots + 2));
    if (low.empty() || high.empty())
      return QuantityProblem{"BE-Q001", quoted(text) + " lacks a bound",
                             "write both: 1..2" + std::string(unit_of(measure))};
    const bool dollars = low.starts_with('$') && !high.starts_with('$');
    share_unit(low, high);
    share_unit(high, low);
    if (dollars) high.insert(0, "$");
  }
  const auto first = FigureReader(low, measure, bare).read();
  if (const auto* failed = std::get_if<QuantityProblem>(&first)) return *failed;
  const auto second = FigureReader(high, measure, bare).read();
  if (const auto* failed = std::get_if<QuantityProblem>(&second)) return *failed;
  return AmountRange{std::get<Amount>(first), std::get<Amount>(second)};
}

}  // namespace breakeven::cli
