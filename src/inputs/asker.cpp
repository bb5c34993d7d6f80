// SPDX-License-Identifier: MIT
#include "inputs/asker.hpp"

#include "inputs/warnings.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

void warn_of_changed_price(const Recorded& earlier, const Question& question, io::Diagnostics& warnings) {
  const auto& now = at(question.inputs, earlier.key);
  if (!now || now->number == earlier.number || now->origin != earlier.origin) return;
  const bool same_kind = earlier.origin.empty() ? now->source == Source::default_value && row(earlier.key).default_value
                                                : now->source == Source::catalog;
  if (!same_kind) return;
  warnings.push_back(warning("BE-W009", std::string(row(earlier.key).key) + " was " + text::plain(earlier.number) +
                                            " in the scenario's answer, and is " + text::plain(now->number) + " now"));
}

}  // namespace

Question Asker::answerable(const EffectiveInputs& chosen, const Requirements& needs, io::Diagnostics& found) const {
  Question question = resolved(chosen, needs, found);
  for (const Recorded& earlier : recorded) warn_of_changed_price(earlier, question, found);
  return question;
}

std::optional<double> Asker::current_number(Key key) const {
  io::Diagnostics unused;
  const Question question = resolved(effective_inputs(given, unused),
                                     {.self_host = false, .api = false, .demand = false, .serverless = true}, unused);
  const auto& value = at(question.inputs, key);
  return value ? std::optional(value->number) : std::nullopt;
}

}  // namespace breakeven::app
