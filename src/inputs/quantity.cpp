// SPDX-License-Identifier: MIT
#include "inputs/quantity.hpp"

#include <cmath>

#include "inputs/measure.hpp"
#include "inputs/number.hpp"
#include "io/diagnostics/diagnostic.hpp"
#include "text/characters.hpp"

namespace breakeven::app {
namespace {

using ReadFigure = std::variant<Amount, QuantityProblem>;

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  return "'" + io::printable(text.substr(0, longest)) + (text.size() > longest ? "..." : "") + "'";
}

// The two sides of the / in a figure.
struct Units {
  MultipliedUnit above;
  MultipliedUnit below;

  bool empty() const { return above.unit.thing == UnitKind::nothing && below.empty(); }
};

bool is_time(UnitKind thing) { return thing == UnitKind::time || thing == UnitKind::month; }

// tok and req may be left out.
UnitKind named_or_implied(const MultipliedUnit& unit, UnitKind implied) {
  const bool may_be_implied = implied == UnitKind::token || implied == UnitKind::request;
  return unit.unit.thing == UnitKind::nothing && may_be_implied ? implied : unit.unit.thing;
}

// Reads one figure; every step returns an amount or what is wrong with the text.
class FigureReader {
 public:
  FigureReader(std::string_view text, Measure measure, UnitPolicy policy)
      : text_(text::trimmed(text)), row_(row_of(measure)), policy_(policy) {}

  ReadFigure read() {
    if (text_.empty()) return problem("BE-Q001", "is empty", example());
    const bool dollar_first = text_.starts_with('$');
    const std::string_view figure = text_.substr(dollar_first ? 1 : 0);
    if (in_other_currency(figure)) return other_currency();
    const auto number = read_number_text(figure);
    if (const auto* fault = std::get_if<NumberFault>(&number)) return not_a_number(*fault);
    number_ = std::get<NumberText>(number);
    return read_units(dollar_first, text::trimmed(figure.substr(number_.text.size())));
  }

 private:
  ReadFigure read_units(bool dollar_first, std::string_view rest) {
    if (const auto whole = parse_unit(rest); whole && whole->unit.thing == UnitKind::second_per_token2)
      return with_units({*whole, {}});
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view above = text::trimmed(rest.substr(0, slash));
    const std::string_view below = text::trimmed(rest.substr(std::min(slash + 1, rest.size())));
    if (slash < rest.size() && below.empty()) return problem("BE-Q004", "has no unit behind the /", example());
    if (in_other_currency(above)) return other_currency();
    auto numerator = parse_unit(above);
    const auto denominator = parse_unit(below);
    if (!numerator) return unknown_unit(above);
    if (!denominator) return unknown_unit(below);
    if (dollar_first && numerator->unit.thing != UnitKind::nothing)
      return problem("BE-Q004", "has a $ and another unit", example());
    if (dollar_first) numerator->unit = *find_unit("$");
    return with_units({*numerator, *denominator});
  }

  ReadFigure with_units(const Units& units) const {
    const bool in_key_unit = policy_ == UnitPolicy::optional || row_.unit_is_optional();
    if (units.empty() && in_key_unit) return bare_number(units.above);
    if (row_.numerator == UnitKind::money && units.above.unit.thing == UnitKind::nothing)
      return problem("BE-Q005", "has no currency", no_currency_help(units.above));
    if (units.empty()) return problem("BE-Q005", "has no unit", with_unit(units.above));

    const UnitKind above = named_or_implied(units.above, row_.numerator);
    const UnitKind below = named_or_implied(units.below, row_.denominator);
    const bool above_fits = above == row_.numerator || (above == UnitKind::month && row_.numerator == UnitKind::time);
    const bool times_convert = row_.compounding == Compounding::none && is_time(below) && is_time(row_.denominator);
    const bool below_fits = below == row_.denominator || times_convert;
    if (above_fits && !below_fits && units.below.empty())
      return problem("BE-Q005", "has no unit behind a /", example());
    if (!above_fits || !below_fits) return problem("BE-Q007", "is not in " + measured_in(), example());
    return in_range(divided(multiplied(units.above), units.below));
  }

  ReadFigure bare_number(const MultipliedUnit& above) const {
    if (above.has_multiplier && row_.measure == Measure::ratio) return problem("BE-Q005", "is not a ratio", example());
    return in_range({number_.number * above.multiplier, 0});
  }

  Amount multiplied(const MultipliedUnit& above) const {
    const double number = number_.number * above.multiplier;
    const double size = above.unit.size;
    constexpr double seconds_per_hour = 3600;
    if (above.unit.thing == UnitKind::month && row_.numerator == UnitKind::time)
      return {number * size * (seconds_per_hour / row_.numerator_size), 1};
    // A single operation, exact if one size divides the other.
    if (size >= row_.numerator_size) return {number * (size / row_.numerator_size), 0};
    return {number / (row_.numerator_size / size), 0};
  }

  Amount divided(Amount amount, const MultipliedUnit& below) const {
    constexpr double seconds_per_hour = 3600;
    if (row_.compounding != Compounding::none) return compounded(amount, row_.denominator_size / below.size());
    const UnitKind thing = named_or_implied(below, row_.denominator);
    if (thing == UnitKind::time && row_.denominator == UnitKind::month)
      return {amount.number * seconds_per_hour / below.size(), 1};
    if (thing == UnitKind::month && row_.denominator == UnitKind::time)
      return {amount.number * row_.denominator_size / seconds_per_hour / below.size(), -1};
    if (row_.denominator_size >= below.size())
      return {amount.number * (row_.denominator_size / below.size()), amount.month_power};
    return {amount.number / (below.size() / row_.denominator_size), amount.month_power};
  }

  // The share over a period `times` as long. A loss of 100% or more does not compound; the domain check refuses the
  // excess.
  Amount compounded(Amount amount, double times) const {
    const double sign = row_.compounding == Compounding::growth ? 1 : -1;
    if (times == 1 || sign * amount.number <= -1) return amount;
    return {sign * std::expm1(std::log1p(sign * amount.number) * times), 0};
  }

  // The amount, unless a multiplier made it overflow or underflow.
  ReadFigure in_range(Amount amount) const {
    if (std::isfinite(amount.number) && (amount.number != 0 || number_.number == 0)) return amount;
    return not_a_number(NumberFault::out_of_range);
  }

  // Message and help may both quote the text, so both are made printable.
  QuantityProblem problem(std::string_view code, const std::string& what, const std::string& help) const {
    return {code, quoted(text_) + " " + what, io::printable(help)};
  }

  QuantityProblem not_a_number(NumberFault fault) const {
    switch (fault) {
      case NumberFault::comma:
        return problem("BE-Q002", "has a comma",
                       "write the decimal point as . and separate digits with _: 2.50 or 1_000_000");
      case NumberFault::stray_underscore:
        return problem("BE-Q001", "has a _ that is not between digits", "write digits as in 1_000_000");
      case NumberFault::two_points:
        return problem("BE-Q001", "has more than one decimal point", example());
      case NumberFault::out_of_range:
        return problem("BE-Q003", "is too large or too small for a number", example());
      default:
        return problem("BE-Q001", "does not begin with a number", example());
    }
  }

  QuantityProblem other_currency() const {
    return problem("BE-Q006", "is in another currency: prices are in usd", "convert it, and " + example());
  }

  QuantityProblem unknown_unit(std::string_view word) const {
    std::string help = "units are usd, tok, req, W, Wh, GiB, s, min, h, d, week, month, year; multipliers k, M, B, T";
    if (const std::string meant = respelt_unit(word); !meant.empty()) help = "did you mean " + meant + "?";
    if (word == "m") help = "write M for millions or min for minutes";
    if (word.front() >= '0' && word.front() <= '9')
      help = "a unit has no digits; write those of a number together, or with _: 1_000_000";
    if (word.starts_with('1') && parse_unit(word.substr(1))) help = "leave the 1 out: " + std::string(word.substr(1));
    return problem("BE-Q004", "has the unknown unit " + quoted(word), help);
  }

  std::string example() const { return "write it as in " + std::string(row_.example); }

  // The same number, with the key's unit.
  std::string with_unit(const MultipliedUnit& above) const {
    const std::size_t slash = row_.unit.find('/');
    if (above.has_multiplier && slash != std::string_view::npos)
      return "write " + std::string(text_) + std::string(row_.unit.substr(slash));
    return "write " + std::string(number_.text) + std::string(row_.unit);
  }

  std::string measured_in() const {
    if (row_.measure == Measure::ratio) return "parts of a whole";
    return row_.unit.empty() ? "plain numbers" : std::string(row_.unit);
  }

  // If a shell expanded "$2" or "$1" in a dollar price, ".50/h" or "0/h" is left.
  std::string no_currency_help(const MultipliedUnit& above) const {
    const bool point_left = text_.starts_with('.');
    const bool zero_left = text_ == "0" || text_.starts_with("0/");
    std::string number(text_.substr(0, number_.text.size() + (above.has_multiplier ? 1 : 0)));
    if (point_left) number.insert(0, "2");
    if (zero_left) number = "10";
    std::string help = "write " + number + std::string(row_.unit);
    if (!point_left && !zero_left) return help;
    return help + "; an unquoted $" + number + std::string(text_.substr(number_.text.size())) + " is turned into " +
           std::string(text_) + " by the shell";
  }

  std::string_view text_;
  const MeasureRow& row_;
  UnitPolicy policy_;
  NumberText number_;
};

// The unit of a figure: the text after its number.
std::string_view unit_text(std::string_view figure) {
  if (figure.starts_with('$')) figure.remove_prefix(1);
  const auto number = read_number_text(figure);
  const auto* read = std::get_if<NumberText>(&number);
  return read ? figure.substr(read->text.size()) : figure;
}

// Gives a bound without a unit, or without the part after the /, that of the other bound.
void share_unit(std::string& bound, const std::string& other) {
  const std::size_t slash = other.find('/');
  if (unit_text(bound).empty())
    bound += unit_text(other);
  else if (slash != std::string::npos && bound.find('/') == std::string::npos)
    bound += other.substr(slash);
}

}  // namespace

std::string_view unit_of(Measure measure) { return row_of(measure).unit; }

double Amount::in_month(double hours_per_month) const {
  if (month_power == 0) return number;
  return month_power > 0 ? number * hours_per_month : number / hours_per_month;
}

std::variant<AmountRange, QuantityProblem> parse_quantity(std::string_view text, Measure measure, UnitPolicy policy) {
  const std::size_t dots = text.find("..");
  std::string low(text::trimmed(text.substr(0, dots)));
  std::string high = low;
  if (dots != std::string_view::npos) {
    high = text::trimmed(text.substr(dots + 2));
    if (low.empty() || high.empty())
      return QuantityProblem{"BE-Q001", quoted(text) + " lacks a bound",
                             "write both: 1..2" + std::string(unit_of(measure))};
    const bool dollars = low.starts_with('$') && !high.starts_with('$');
    share_unit(low, high);
    share_unit(high, low);
    if (dollars) high.insert(0, "$");
  }
  const ReadFigure first = FigureReader(low, measure, policy).read();
  if (const auto* failed = std::get_if<QuantityProblem>(&first)) return *failed;
  const ReadFigure second = FigureReader(high, measure, policy).read();
  if (const auto* failed = std::get_if<QuantityProblem>(&second)) return *failed;
  return AmountRange{std::get<Amount>(first), std::get<Amount>(second)};
}

}  // namespace breakeven::app
