// SPDX-License-Identifier: MIT
#include <cmath>

#include "inputs/question.hpp"
#include "inputs/read_interval.hpp"
#include "inputs/volume_tiers.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

std::string quoted_given(const Given& given) {
  if (const auto* text = std::get_if<std::string>(&given.value)) return "'" + io::printable(*text) + "'";
  return text::plain(std::get<double>(given.value));
}

// How a message names the value: by its key if file and line are shown with it.
std::string given_label(const Given& given) { return given.file ? std::string(row(given.key).key) : given.origin; }

double midpoint(const io::Domain& domain, double low, double high) {
  if (low == high) return low;
  return domain.integer ? std::round((low + high) / 2) : (low + high) / 2;
}

InputValue value_at(const Given& given, double low, double high) {
  InputValue value{.number = midpoint(row(given.key).domain, low, high),
                   .low = low,
                   .high = high,
                   .source = given.source,
                   .level = given.source,
                   .origin = given.origin};
  if (const auto* text = std::get_if<std::string>(&given.value)) value.text = *text;
  return value;
}

std::optional<InputValue> read_number(const Given& given, double hours_per_month, io::Diagnostics& problems) {
  auto interval = read_interval(row(given.key), given_label(given), given.value, given.unit_policy, hours_per_month);
  if (auto* failed = std::get_if<QuantityProblem>(&interval)) {
    problems.push_back(problem_with(given, failed->code, std::move(failed->message), std::move(failed->help)));
    return std::nullopt;
  }
  return value_at(given, std::get<Interval>(interval).low, std::get<Interval>(interval).high);
}

std::optional<InputValue> read_id(const Given& given, io::Diagnostics& problems) {
  const auto& id = std::get<std::string>(given.value);
  if (id.empty()) {
    problems.push_back(
        problem_with(given, "BE-Q001", given.origin + " '' is empty", "breakeven catalog list shows the ids"));
    return std::nullopt;
  }
  InputValue value{.id = id, .source = given.source, .level = given.source, .origin = given.origin, .text = id};
  return value;
}

std::optional<InputValue> read_word(const Given& given, io::Diagnostics& problems) {
  const OptionRow& input = row(given.key);
  const auto& word = std::get<std::string>(given.value);
  if (may_be(input, word))
    return InputValue{.id = word, .source = given.source, .level = given.source, .origin = given.origin, .text = word};
  problems.push_back(problem_with(given, given.file ? "BE-S006" : "BE-U010",
                                  given_label(given) + " cannot be " + quoted_given(given), word_help(input, word)));
  return std::nullopt;
}

std::optional<InputValue> read_tiers(const Given& given, double hours_per_month, io::Diagnostics& problems) {
  const auto& text = std::get<std::string>(given.value);
  auto parsed = parse_tiers(text, hours_per_month);
  if (const auto* failed = std::get_if<QuantityProblem>(&parsed)) {
    problems.push_back(problem_with(given, failed->code, given_label(given) + " " + failed->message, failed->help));
    return std::nullopt;
  }
  InputValue value = value_at(given, 0, 0);
  value.tiers = std::get<std::vector<VolumeTier>>(std::move(parsed));
  return value;
}

std::optional<InputValue> read_value(const Given& given, double hours_per_month, io::Diagnostics& problems) {
  switch (row(given.key).measure) {
    case Measure::id:
      return read_id(given, problems);
    case Measure::word:
      return read_word(given, problems);
    case Measure::tiers:
      return read_tiers(given, hours_per_month, problems);
    default:
      return read_number(given, hours_per_month, problems);
  }
}

bool measured_in_months(const Given& given) {
  const auto* text = std::get_if<std::string>(&given.value);
  if (!text) return false;
  const auto parsed = parse_quantity(*text, Measure::duration, UnitPolicy::optional);
  const auto* range = std::get_if<AmountRange>(&parsed);
  return range && (range->low.month_power != 0 || range->high.month_power != 0);
}

}  // namespace

InputSet read_values(const EffectiveInputs& chosen, io::Diagnostics& problems) {
  InputSet inputs;
  double hours_per_month = *row(key("hours_per_month")).default_value;
  if (const Given* month = chosen[static_cast<std::size_t>(key("hours_per_month"))]) {
    if (measured_in_months(*month))
      problems.push_back(problem_with(*month, "BE-Q007",
                                      given_label(*month) + " " + quoted_given(*month) + " measures a month in months",
                                      "write 730h"));
    else if (const auto value = read_number(*month, hours_per_month, problems))
      hours_per_month = value->number;
  }
  for (std::size_t i = 0; i < input_count; ++i) {
    const Given* given = chosen[i];
    if (!given) continue;
    const bool known_bad = Key{i} == key("hours_per_month") && io::has_errors(problems);
    if (known_bad) continue;
    inputs[i] = read_value(*given, hours_per_month, problems);
  }
  return inputs;
}

}  // namespace breakeven::app
