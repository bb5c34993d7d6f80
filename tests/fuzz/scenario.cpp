// SPDX-License-Identifier: MIT
#include "check.hpp"
#include "inputs/question.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::Diagnostics problems;
  const app::ScenarioFile file = app::read_scenario(text, problems);
  const app::EffectiveInputs chosen = app::effective_inputs(file.given, problems);
  app::InputSet inputs = app::read_values(chosen, problems);
  fuzz::require_sound(problems, text.content);
  if (io::has_errors(problems)) return 0;
  for (std::size_t i = 0; i < app::input_count; ++i) {
    const app::OptionRow& input = app::row(app::Key{i});
    if (!inputs[i] || !input.assign) continue;
    require(input.domain.contains(inputs[i]->low) && input.domain.contains(inputs[i]->high), "ends are in the domain");
    require(inputs[i]->low <= inputs[i]->number && inputs[i]->number <= inputs[i]->high, "the figure is in its band");
  }
  app::complete(inputs, nullptr);
  app::check_consistency(inputs, {}, problems);
  fuzz::require_sound(problems, text.content);
  if (!io::has_errors(problems)) app::assemble(inputs);
  return 0;
}
