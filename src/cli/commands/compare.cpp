// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands/commands.hpp"
#include "cli/options/monte_carlo.hpp"
#include "inputs/warnings.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

OverRanges over_ranges(Session& session, const Question& question) {
  OverRanges over;
  if (session.arguments().has("range")) over.ranges = answer_ranges(session.asker(), question);
  if (!session.arguments().has("monte-carlo")) return over;
  const auto options = monte_carlo_options(session);
  if (!options || io::has_errors(session.problems())) return over;
  over.options = *options;
  over.drawn = draw_answers(session.asker(), question, *options);
  return over;
}

}  // namespace

report::Report run_compare(Session& session) {
  const bool has_ranges = session.arguments().has("range") || session.arguments().has("monte-carlo");
  const auto question = std::make_shared<const Question>(session.question({.serverless = true, .point = !has_ranges}));
  if (io::has_errors(session.problems())) return {};
  const Comparison comparison = compare(question->scenario);
  const OverRanges over = over_ranges(session, *question);
  if (io::has_errors(session.problems())) return {};
  session.answered_no = session.arguments().has("exit-code") && comparison.verdict != Verdict::self_host;
  if (has_ranges && comparison.serverless)
    session.problems().push_back(
        warning("BE-W021", "ranges and chances compare self-hosting and the API alone, without the serverless path",
                "give one figure of each input, or sweep over them"));
  return compare_report(
      question, comparison, over,
      {.inputs = question->inputs, .problems = session.problems(), .verbose = session.arguments().has("verbose")});
}

}  // namespace breakeven::app
