// SPDX-License-Identifier: MIT
#include "analysis/varied_question.hpp"

namespace breakeven::app {

VariedQuestion::VariedQuestion(Asker asker, Requirements needs, std::string_view option, const Values& first,
                               io::Diagnostics& problems)
    : asker_(std::move(asker)), needs_(std::move(needs)), given_(asker_.given), first_varied_(given_.size()) {
  for (const auto& [key, value] : first)
    given_.push_back({.key = key,
                      .value = value,
                      .source = Source::varied,
                      .origin = std::string(option) + " " + std::string(row(key).key),
                      .unit_policy = UnitPolicy::optional});
  chosen_ = effective_inputs(given_, problems);
  if (!io::has_errors(problems)) question_ = asker_.answerable(chosen_, needs_, problems);
}

bool VariedQuestion::is_looked_up(Key key) const {
  const bool has_entry = question_.record || question_.api_offer;
  const bool is_of_shape = key == app::key("input_tok") || key == app::key("output_tok");
  return chooses_entries(row(key)) || is_name(row(key)) || key == app::key("hours_per_month") ||
         (is_of_shape && has_entry);
}

void VariedQuestion::set(std::size_t i, const Value& value) {
  Given& given = given_[first_varied_ + i];
  if (given.value == value) return;
  given.value = value;
  look_up_ = look_up_ || is_looked_up(given.key);
  auto& input = at(question_.inputs, given.key);
  if (const auto* number = std::get_if<double>(&value); number && input)
    input->number = input->low = input->high = *number;
}

// If it cannot be asked, the question stays as it was, to be looked up again.
bool VariedQuestion::look_up(io::Diagnostics& problems) {
  io::Diagnostics found;
  Question asked = asker_.resolved(chosen_, needs_, found);
  look_up_ = io::has_errors(found);
  if (!look_up_) question_ = std::move(asked);
  for (io::Diagnostic& problem : found) io::add_once(std::move(problem), problems);
  return !look_up_;
}

bool VariedQuestion::ask(io::Diagnostics& problems) {
  if (look_up_) return look_up(problems);
  follow_hours(question_.inputs);
  check_consistency(question_.inputs, needs_, problems);
  if (io::has_errors(problems)) return false;
  question_.scenario = assemble(question_.inputs);
  return true;
}

Scenario reassemble(InputSet& inputs) {
  follow_hours(inputs);
  return assemble(inputs);
}

}  // namespace breakeven::app
