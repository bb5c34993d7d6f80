// SPDX-License-Identifier: MIT
#include "cli/quantity_options.hpp"

#include "cli/command_table.hpp"
#include "inputs/read_interval.hpp"
#include "views/document.hpp"

namespace breakeven::app {

std::optional<double> Settings::read(const OptionRow& option) {
  const auto text = session_.arguments().value(option.name);
  const auto value = text ? given(option, *text) : option.default_value;
  if (value) document_[std::string(option.key)] = option.domain.integer ? count_of(*value) : Json(*value);
  return value;
}

std::optional<double> Settings::given(const OptionRow& option, const std::string& text) {
  const std::string name = "--" + std::string(option.name);
  auto interval = read_interval(option, name, text, UnitPolicy::required, hours_per_month_);
  const auto* read = std::get_if<Interval>(&interval);
  if (read && read->low == read->high) return read->low;
  if (read)
    interval = QuantityProblem{"BE-U010", name + " '" + io::printable(text) + "' is a range, and one value is asked",
                               "write one of its values"};
  auto& failed = std::get<QuantityProblem>(interval);
  session_.problems().push_back({.code = failed.code,
                                 .message = std::move(failed.message),
                                 .location = io::Location{.argument = name},
                                 .help = std::move(failed.help)});
  return std::nullopt;
}

InputSet inputs_of_command(const Session& session, InputSet inputs) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (!session.arguments().command->takes_input(row(Key{i}))) inputs[i].reset();
  return inputs;
}

}  // namespace breakeven::app
