// SPDX-License-Identifier: MIT
#include "analysis/checks/expectation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using Takes = OperatorRow::Takes;

double number(const Json& value) { return value.number(); }

bool is(const Json& actual, const Expectation& e) { return e.comparison->takes == Takes::any && actual == e.expected; }
bool is_not(const Json& actual, const Expectation& e) { return actual != e.expected; }
bool is_at_least(const Json& actual, const Expectation& e) { return number(actual) >= number(e.expected); }
bool is_at_most(const Json& actual, const Expectation& e) { return number(actual) <= number(e.expected); }
bool is_above(const Json& actual, const Expectation& e) { return number(actual) > number(e.expected); }
bool is_below(const Json& actual, const Expectation& e) { return number(actual) < number(e.expected); }
bool is_near(const Json& actual, const Expectation& e) {
  return std::abs(number(actual) - number(e.expected)) <= *e.tolerance;
}
bool is_one_of(const Json& actual, const Expectation& e) {
  return e.comparison->takes == Takes::list &&
         std::find(e.expected.begin(), e.expected.end(), actual) != e.expected.end();
}

constexpr std::array operator_rows{
    OperatorRow{"is", Takes::any, "must be", is},
    OperatorRow{"not", Takes::any, "must not be", is_not},
    OperatorRow{"min", Takes::number, "must be at least", is_at_least},
    OperatorRow{"max", Takes::number, "must be at most", is_at_most},
    OperatorRow{"above", Takes::number, "must be above", is_above},
    OperatorRow{"below", Takes::number, "must be below", is_below},
    OperatorRow{"near", Takes::number, "must be within", is_near},
    OperatorRow{"one_of", Takes::list, "must be one of", is_one_of},
};

std::string kinds_text(const PathKind& kind) {
  if (!kind.words.empty()) {
    std::string text = "one of";
    for (const std::string& word : kind.words) text += (word == kind.words.front() ? " " : ", ") + word;
    return text;
  }
  std::string text = kind.number ? "a number" : "";
  if (kind.text) text += text.empty() ? "a text" : " or a text";
  if (kind.boolean) text += text.empty() ? "true or false" : ", true or false";
  return text;
}

// Why the figure can never have the value.
std::optional<PathFault> impossible(const Json& value, const PathKind& kind) {
  const std::string found = "it is " + kinds_text(kind) + ", and never " + io::printable(value.dump());
  if (value.is_null())
    return kind.null ? std::nullopt : std::optional(PathFault{"it is never null", "expect a value of it"});
  if (value.is_string() && kind.text) {
    const auto& word = value.string();
    if (kind.words.empty() || std::find(kind.words.begin(), kind.words.end(), word) != kind.words.end())
      return std::nullopt;
    const std::vector<std::string_view> known(kind.words.begin(), kind.words.end());
    return PathFault{found, io::did_you_mean(word, known)};
  }
  if (value.is_number() && kind.minimum && number(value) < *kind.minimum)
    return PathFault{text::format("it is at least {}, and never {}", text::plain(*kind.minimum), plain_text(value)),
                     ""};
  if (value.is_number() && kind.maximum && number(value) > *kind.maximum)
    return PathFault{text::format("it is at most {}, and never {}", text::plain(*kind.maximum), plain_text(value)),
                     *kind.maximum == 1 ? "a ratio of 40% is written 0.4" : ""};
  if ((value.is_number() && kind.number) || (value.is_boolean() && kind.boolean)) return std::nullopt;
  return PathFault{found,
                   value.is_string() && kind.number ? "write a number in the unit of the figure, without quotes" : ""};
}

// Whether the expectation holds for any answer.
bool cannot_fail(const Expectation& expectation, const PathKind& kind) {
  if (kind.null) return false;
  const bool is_bound = expectation.comparison->holds == is_at_least || expectation.comparison->holds == is_at_most;
  const auto& end = expectation.comparison->holds == is_at_least ? kind.minimum : kind.maximum;
  if (is_bound && end && number(expectation.expected) == *end) return true;
  return !kind.words.empty() && !kind.number &&
         std::all_of(kind.words.begin(), kind.words.end(),
                     [&](const std::string& word) { return holds(expectation, word); });
}

}  // namespace

std::span<const OperatorRow> operators() { return operator_rows; }

const OperatorRow* find_operator(std::string_view name) {
  const auto* row = std::find_if(operator_rows.begin(), operator_rows.end(),
                                 [&](const OperatorRow& known) { return known.name == name; });
  return row == operator_rows.end() ? nullptr : row;
}

bool holds(const Expectation& expectation, const Json& actual) {
  if (actual.is_null()) return is(actual, expectation) || is_one_of(actual, expectation);
  const bool is_comparable = actual.is_number() || expectation.comparison->takes != Takes::number;
  return is_comparable && expectation.comparison->holds(actual, expectation);
}

std::string plain_text(const Json& value) {
  if (value.is_number()) return text::plain(number(value));
  return io::printable(value.is_string() ? value.string() : value.dump());
}

std::string expected_text(const Expectation& expectation) {
  const std::string_view words = expectation.comparison->words;
  if (expectation.tolerance)
    return text::format("{} {} of {}", words,
                        expectation.tolerance_ratio ? text::plain(*expectation.tolerance_ratio * 100) + "%"
                                                    : text::plain(*expectation.tolerance),
                        plain_text(expectation.expected));
  if (expectation.comparison->takes != Takes::list)
    return text::format("{} {}", words, plain_text(expectation.expected));
  std::string text(words);
  for (const Json& value : expectation.expected)
    text += (&value == &expectation.expected.front() ? " " : ", ") + plain_text(value);
  return text;
}

std::optional<PathFault> misfit(const Expectation& expectation, const PathKind& kind) {
  switch (expectation.comparison->takes) {
    case Takes::number:
      if (!kind.number)
        return PathFault{
            text::format("it is {}, and \"{}\" compares numbers", kinds_text(kind), expectation.comparison->name),
            "write \"is\", \"not\" or \"one_of\""};
      if (auto fault = impossible(expectation.expected, kind)) return fault;
      break;
    case Takes::list:
      for (const Json& value : expectation.expected)
        if (auto fault = impossible(value, kind)) return fault;
      break;
    default:
      if (auto fault = impossible(expectation.expected, kind)) return fault;
  }
  if (!cannot_fail(expectation, kind)) return std::nullopt;
  return PathFault{"it is " + kinds_text(kind) + " in every answer, so that this cannot fail", "expect less"};
}

}  // namespace breakeven::app
