// SPDX-License-Identifier: MIT
#include "inputs/read_interval.hpp"

#include "io/diagnostics/diagnostic.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

std::string_view domain_help(const OptionRow& row) {
  if (row.measure == Measure::ratio) return "write a ratio such as 0.1 or 10%";
  return row.domain.integer ? "write a whole number" : "";
}

}  // namespace

std::variant<Interval, QuantityProblem> read_interval(const OptionRow& row, std::string_view label,
                                                      const std::variant<std::string, double>& value, UnitPolicy policy,
                                                      double hours_per_month) {
  AmountRange range;
  std::string quoted(label);
  if (const auto* number = std::get_if<double>(&value)) {
    range = {{*number, 0}, {*number, 0}};
    quoted += " " + text::plain(*number);
  } else {
    const auto& text = std::get<std::string>(value);
    auto parsed = parse_quantity(text, row.measure, policy);
    if (auto* failed = std::get_if<QuantityProblem>(&parsed)) {
      failed->message = std::string(label) + " " + failed->message;
      return std::move(*failed);
    }
    range = std::get<AmountRange>(parsed);
    quoted += " '" + io::printable(text) + "'";
  }
  // Adding 0 turns -0 into 0.
  const Interval interval{range.low.in_month(hours_per_month) + 0.0, range.high.in_month(hours_per_month) + 0.0};
  if (!row.domain.contains(interval.low) || !row.domain.contains(interval.high))
    return QuantityProblem{"BE-Q008", quoted + " must be " + std::string(row.domain.text),
                           std::string(domain_help(row))};
  if (interval.low > interval.high)
    return QuantityProblem{"BE-Q009", quoted + " begins above its end", "exchange the bounds"};
  return interval;
}

}  // namespace breakeven::app
