// SPDX-License-Identifier: MIT
#include "check.hpp"
#include "cli/question.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::Diagnostics problems;
  const cli::ScenarioFile file = cli::read_scenario(text, problems);
  const cli::Chosen chosen = cli::choose(file.given, problems);
  cli::InputSet inputs = cli::read_values(chosen, problems);
  fuzz::require_sound(problems, text.content);
  if (io::has_errors(problems)) return 0;
  for (std::size_t i = 0; i < cli::input_count; ++i) {
    const cli::InputRow& input = cli::row(cli::Key{i});
    if (!inputs[i] || !input.assign) continue;
    require(input.domain.contains(inputs[i]->low) && input.domain.contains(inputs[i]->high), "ends are in the domain");
    require(inputs[i]->low <= inputs[i]->number && inputs[i]->number <= inputs[i]->high, "the figure is in its band");
  }
  cli::complete(inputs, nullptr);
  cli::check_together(inputs, {}, problems);
  fuzz::require_sound(problems, text.content);
  if (!io::has_errors(problems)) cli::assemble(inputs);
  return 0;
}
