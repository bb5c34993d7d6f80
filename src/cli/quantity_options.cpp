// SPDX-License-Identifier: MIT
#include "cli/quantity_options.hpp"

#include "cli/command_table.hpp"
#include "views/document.hpp"

namespace breakeven::app {

std::optional<double> Settings::read(const QuantityOption& option) {
  const auto text = session_.arguments().value(option.row.name);
  const auto value = text ? given(option, *text) : option.default_value;
  if (value) document_[std::string(option.key)] = option.domain.integer ? count_of(*value) : Json(*value);
  return value;
}

std::optional<double> Settings::given(const QuantityOption& option, const std::string& text) {
  const auto parsed = parse_quantity(text, option.measure, Bare::needs_unit);
  if (const auto* failed = std::get_if<QuantityProblem>(&parsed)) {
    session_.problems().push_back({.code = failed->code,
                                   .message = "--" + std::string(option.row.name) + " " + failed->message,
                                   .location = io::Location{.argument = "--" + std::string(option.row.name)},
                                   .help = failed->help});
    return std::nullopt;
  }
  const auto& range = std::get<AmountRange>(parsed);
  // Adding 0 turns -0 into 0.
  const double value = range.low.in_month(hours_per_month_) + 0.0;
  if (value != range.high.in_month(hours_per_month_) + 0.0)
    return refuse(option, text, "BE-U010", "is a range, and one value is asked", "write one of its values"),
           std::nullopt;
  if (!option.domain.contains(value))
    return refuse(option, text, "BE-Q008", "must be " + std::string(option.domain.text), ""), std::nullopt;
  return value;
}

void Settings::refuse(const QuantityOption& option, const std::string& text, std::string_view code,
                      const std::string& what, std::string help) {
  const std::string name = "--" + std::string(option.row.name);
  session_.problems().push_back({.code = code,
                                 .message = name + " '" + io::printable(text) + "' " + what,
                                 .location = io::Location{.argument = name},
                                 .help = std::move(help)});
}

InputSet taken_inputs(const Session& session, InputSet inputs) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (!session.arguments().command->takes_input(row(Key{i}))) inputs[i].reset();
  return inputs;
}

}  // namespace breakeven::app
