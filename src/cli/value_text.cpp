// SPDX-License-Identifier: MIT
#include "cli/value_text.hpp"

#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

bool is_volume(Measure measure) { return measure == Measure::monthly_tokens || measure == Measure::monthly_requests; }

// "Btok/month" for "3.04 B", "tok/month" for "850".
std::string with_unit(const std::string& number, std::string_view unit) {
  if (unit.empty()) return number;
  const bool multiplied = number.back() >= 'A';
  return number + (multiplied ? "" : " ") + std::string(unit);
}

}  // namespace

std::string measured_text(Measure measure, double number) {
  switch (measure) {
    case Measure::ratio:
      return report::percent(number);
    case Measure::token_price:
      return report::per_mtok(number);
    case Measure::hourly_price:
    case Measure::monthly_money:
    case Measure::request_fee:
      return report::money(number);
    default:
      return report::volume(number);
  }
}

std::string value_text(Key key, const Value& value) {
  constexpr int digits = 4;
  if (const auto* id = std::get_if<std::string>(&value)) return io::printable(*id);
  const double number = std::get<double>(value);
  const Measure measure = row(key).measure;
  if (measure == Measure::ratio) return report::percent(number);
  return is_volume(measure) ? report::volume(number, digits) : report::significant(number, digits + 2);
}

std::string exact_text(Measure measure, double number) {
  constexpr int digits = 8;
  if (measure == Measure::ratio) return report::significant(number * 100, digits) + "%";
  const std::string text = is_volume(measure) ? report::volume(number, digits) : report::significant(number, digits);
  return with_unit(text, unit_of(measure));
}

}  // namespace breakeven::cli
