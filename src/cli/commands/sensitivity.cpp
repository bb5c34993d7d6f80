// SPDX-License-Identifier: MIT
#include "views/sensitivity.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/sensitivity.hpp"
#include "cli/quantity_options.hpp"

namespace breakeven::app {
namespace {

io::Diagnostic infeasible_now() {
  return {.code = "BE-M009",
          .message = "self-hosting is infeasible: more than the maximum number of replicas is needed",
          .help = "raise --max-replicas"};
}

}  // namespace

report::Report run_sensitivity(Session& session) {
  const Question question = session.question({.point = false});
  if (io::has_errors(session.problems())) return {};
  Settings settings(session, hours_per_month(question.inputs));
  const auto swing = settings.read(option::swing);
  if (!swing) return {};
  const auto saving = saving_of(question.scenario);
  if (!saving) return session.problems().push_back(infeasible_now()), report::Report{};
  return sensitivity_report(sensitivities(session.asker(), question, *swing), *saving, *swing,
                            {.inputs = question.inputs, .problems = session.problems()});
}

}  // namespace breakeven::app
