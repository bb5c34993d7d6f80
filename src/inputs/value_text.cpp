// SPDX-License-Identifier: MIT
#include "inputs/value_text.hpp"

#include "inputs/question.hpp"
#include "io/catalog/terms.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

bool is_volume(Measure measure) { return measure == Measure::monthly_tokens || measure == Measure::monthly_requests; }

}  // namespace

std::string measured_text(Measure measure, double number) {
  switch (measure) {
    case Measure::ratio:
      return text::percent(number);
    case Measure::token_price:
      return text::per_mtok(number);
    case Measure::hourly_price:
    case Measure::monthly_money:
    case Measure::request_fee:
      return text::money(number);
    default:
      return text::volume(number);
  }
}

std::string value_text(Key key, const Value& value) {
  constexpr int digits = 4;
  if (const auto* id = std::get_if<std::string>(&value)) return io::printable(*id);
  const double number = std::get<double>(value);
  const Measure measure = row(key).measure;
  if (measure == Measure::ratio) return text::percent(number);
  return is_volume(measure) ? text::volume(number, digits) : text::significant(number, digits + 2);
}

std::string value_and_unit(Key key, const Value& value) {
  const Measure measure = row(key).measure;
  const bool is_bare = std::holds_alternative<std::string>(value) || measure == Measure::ratio;
  return is_bare ? value_text(key, value) : text::with_unit(value_text(key, value), unit_of(measure));
}

std::string usd_text(Money amount) { return text::money(amount / usd) + " usd"; }

std::string volume_tick(double amount) { return text::volume(amount); }

std::string percent_tick(double ratio) { return text::significant(ratio * 100, 3) + "%"; }

std::string exact_text(Measure measure, double number) {
  constexpr int digits = 8;
  if (measure == Measure::ratio) return text::significant(number * 100, digits) + "%";
  const std::string text = is_volume(measure) ? text::volume(number, digits) : text::significant(number, digits);
  return text::with_unit(text, unit_of(measure));
}

std::string side_words(Verdict verdict) {
  if (verdict == Verdict::serverless) return "serverless";
  return verdict == Verdict::api ? "the API" : "self-hosting";
}

std::string load_text(const ThroughputRecord& record) {
  if (record.concurrency) return text::count(*record.concurrency) + " in flight";
  const auto load = load_of(record);
  return load ? std::string(io::name(*load)) : "";
}

std::string service_text(const InputSet& inputs) {
  const auto service = service_tier_of(inputs);
  return service ? std::string(io::name(*service)) : std::string();
}

}  // namespace breakeven::app
