// SPDX-License-Identifier: MIT
#include "cli/value_text.hpp"

#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

bool is_volume(Measure measure) { return measure == Measure::monthly_tokens || measure == Measure::monthly_requests; }

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

std::string value_and_unit(Key key, const Value& value) {
  const Measure measure = row(key).measure;
  const bool is_bare = std::holds_alternative<std::string>(value) || measure == Measure::ratio;
  return is_bare ? value_text(key, value) : report::with_unit(value_text(key, value), unit_of(measure));
}

std::string usd_text(Money amount) { return report::money(amount / usd) + " usd"; }

std::string percent_tick(double ratio) { return report::significant(ratio * 100, 3) + "%"; }

std::string exact_text(Measure measure, double number) {
  constexpr int digits = 8;
  if (measure == Measure::ratio) return report::significant(number * 100, digits) + "%";
  const std::string text = is_volume(measure) ? report::volume(number, digits) : report::significant(number, digits);
  return report::with_unit(text, unit_of(measure));
}

std::string side_words(Verdict verdict) {
  if (verdict == Verdict::serverless) return "serverless";
  return verdict == Verdict::api ? "the API" : "self-hosting";
}

}  // namespace breakeven::cli
