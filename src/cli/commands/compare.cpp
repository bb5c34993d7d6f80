// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands/commands.hpp"
#include "cli/options/monte_carlo.hpp"
#include "inputs/warnings.hpp"
#include "text/numbers.hpp"
#include "views/compare/pictures.hpp"
#include "views/compare/text.hpp"
#include "views/compare/uncertainty.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

// What the ranges of inputs come to, where it is asked for.
struct Uncertain {
  Json document = Json::object();
  std::vector<report::Block> blocks{};
  std::string brief{};
};

Uncertain uncertain_answers(Session& session, const Question& question) {
  Uncertain answers;
  if (session.arguments().has("range"))
    if (const auto ranges = answer_ranges(session.asker(), question)) {
      answers.document["range"] = range_document(*ranges);
      append(answers.blocks, range_blocks(*ranges, question.inputs));
      answers.brief += " " + answers.document["range"]["verdict"].string();
    }
  if (!session.arguments().has("monte-carlo")) return answers;
  const auto options = chance_options(session);
  if (!options || io::has_errors(session.problems())) return answers;
  if (const auto chances = answer_chances(session.asker(), question, *options)) {
    answers.document["uncertainty"] = uncertainty_document(*chances, *options);
    append(answers.blocks, chance_blocks(*chances, *options));
    answers.brief += " " + text::plain(chances->uncertainty.self_host_cheaper_probability);
  }
  return answers;
}

}  // namespace

report::Report run_compare(Session& session) {
  const bool over_ranges = session.arguments().has("range") || session.arguments().has("monte-carlo");
  const auto question = std::make_shared<const Question>(session.question({.serverless = true, .point = !over_ranges}));
  if (io::has_errors(session.problems())) return {};
  const Comparison comparison = compare(question->scenario);
  Uncertain uncertain = uncertain_answers(session, *question);
  session.answered_no = session.arguments().has("exit-code") && comparison.verdict != Verdict::self_host;
  if (over_ranges && comparison.serverless)
    session.problems().push_back(
        warning("BE-W021", "ranges and chances compare self-hosting and the API alone, without the serverless path",
                "give one figure of each input, or sweep over them"));
  report::Report report{.document = compare_document(comparison, *question, uncertain.document, session.problems()),
                        .brief = compare_brief(comparison) + uncertain.brief,
                        .pictures = [question, comparison, over_ranges] {
                          return compare_pictures(question->scenario, comparison, over_ranges);
                        }};
  report.blocks.emplace_back(
      report::LateBlocks{[question, comparison, is_verbose = session.arguments().has("verbose")] {
        return compare_blocks(comparison, *question, is_verbose);
      }});
  if (over_ranges)
    report.blocks.emplace_back(
        report::Paragraph{{"So far every range is taken at its midpoint. Over the ranges" +
                           std::string(comparison.serverless ? ", self-hosting and the API alone:" : ":")}});
  append(report.blocks, std::move(uncertain.blocks));
  return report;
}

}  // namespace breakeven::app
