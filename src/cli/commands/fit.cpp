// SPDX-License-Identifier: MIT
#include "views/fit.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/fit_reader.hpp"

namespace breakeven::app {
namespace {

InputSet fit_inputs(Session& session) {
  io::Diagnostics& problems = session.problems();
  const EffectiveInputs chosen = session.chosen();
  InputSet inputs = read_values(chosen, problems);
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && inputs[i]->low != inputs[i]->high)
      problems.push_back(problem_with(*chosen[i], "BE-U010", inputs[i]->origin + " is a range, and one value is asked",
                                      "write one of its values"));
  if (io::has_errors(problems)) return inputs;
  complete(inputs, nullptr);
  check_consistency(inputs, {.self_host = false, .api = false, .demand = false}, problems);
  return inputs_of_command(session, std::move(inputs));
}

}  // namespace

bool fit_takes(const OptionRow& input) {
  return input.key == "gpu" || input.key == "model" || input.key == "gpus_per_replica" || input.key == "input_tok" ||
         input.key == "output_tok";
}

report::Report run_fit(Session& session) {
  const InputSet inputs = fit_inputs(session);
  Settings settings(session, *row(key("hours_per_month")).default_value);
  if (io::has_errors(session.problems())) return {};
  auto question = read_fit_question(session, inputs, settings);
  if (!question) return {};
  const FitAnswer answer = answer_fit(std::move(*question));
  warn_of_fit(answer, session.problems());
  return fit_report(answer, {.inputs = inputs,
                             .problems = session.problems(),
                             .verbose = session.arguments().has("verbose"),
                             .settings = settings.document()});
}

}  // namespace breakeven::app
